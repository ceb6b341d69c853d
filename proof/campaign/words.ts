const nothing =
  /\bnothing (?:was|has been|is) (?:written|saved|created|added|sent)|\b(?:was|is|were) not (?:saved|written|created)|\bdid not accept|\brefused\b/i;
const saved = /(?<!may (?:or may not )?have been )\b(?:was|has been|is|were) (?:already )?saved\b/i;
const maybe =
  /\bmay (?:or may not )?have been (?:saved|written|created)|\bnot known\b|\bnobody knows\b|\bunclear\b/i;
const look =
  /\b(?:look|check|see|search|find)\b.*\bCleanEstimate Pro\b|\bin CleanEstimate Pro\b.*\b(?:look|check|see|search|find)\b/i;

/** True for an error that says that the form was not saved. */
export function saysNothingSaved(sentence: string): boolean {
  return nothing.test(sentence);
}

/** True for an error that says that the form was saved. */
export function saysSaved(sentence: string): boolean {
  return saved.test(sentence) && !nothing.test(sentence);
}

/** True for an error that says that the form was not saved, or that it may not have been. */
export function admitsLoss(sentence: string): boolean {
  return nothing.test(sentence) || maybe.test(sentence) || look.test(sentence);
}

/** True for an error after which a person knows what became of the form, or where to look. */
export function helps(sentence: string): boolean {
  return nothing.test(sentence) || saysSaved(sentence) || look.test(sentence);
}
