import { type Comment, CommentTag, type ProjectReflection } from 'typedoc'

/** All that a function throws as one list, with the types in front. */
export const nameThrownErrors = (project: ProjectReflection): void => {
  for (const reflection of Object.values(project.reflections)) {
    const comment: Comment | undefined = reflection.comment
    const thrown = comment?.getTags('@throws') ?? []
    if (comment === undefined || thrown.length === 0) continue
    const list = thrown.flatMap(({ typeAnnotation, content }) => [
      { kind: 'text' as const, text: '- ' },
      ...(typeAnnotation === undefined
        ? []
        : [
            { kind: 'code' as const, text: `\`${typeAnnotation.replace(/^\{|\}$/g, '')}\`` },
            { kind: 'text' as const, text: ' ' },
          ]),
      ...content,
      { kind: 'text' as const, text: '\n' },
    ])
    comment.removeTags('@throws')
    comment.blockTags.push(new CommentTag('@throws', list))
  }
}
