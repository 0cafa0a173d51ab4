throw new Error('this worker never lives')
