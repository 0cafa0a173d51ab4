throw new Error('this thread never lives')
