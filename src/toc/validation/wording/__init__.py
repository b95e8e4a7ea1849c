"""English as the rules of wording read it: lists of words as text files, and what the words of a label say."""
