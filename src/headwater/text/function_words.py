"""The closed classes of English: words that hold sentences together, which no thesaurus lists."""

from __future__ import annotations

from typing import Final

__all__ = ["FUNCTION_WORDS"]

# fmt: off
FUNCTION_WORDS: Final = frozenset(
    (
        "a", "an", "the", "this", "that", "these", "those", "i", "me", "my", "mine", "myself", "we", "us",
        "our", "ours", "ourselves", "you", "your", "yours", "yourself", "yourselves", "he", "him", "his",
        "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their", "theirs",
        "themselves", "one", "oneself", "who", "whom", "whose", "which", "what", "whoever", "whomever",
        "whatever", "whichever", "some", "somebody", "someone", "something", "any", "anybody", "anyone",
        "anything", "every", "everybody", "everyone", "everything", "each", "either", "neither", "none", "no",
        "nobody", "nothing", "both", "all", "half", "many", "much", "more", "most", "few", "fewer", "fewest",
        "little", "less", "least", "several", "enough", "such", "other", "others", "another", "same", "own",
        "and", "or", "but", "nor", "so", "yet", "for", "if", "unless", "until", "till", "while", "whereas",
        "whilst", "although", "though", "because", "since", "once", "when", "whenever", "where", "wherever",
        "why", "how", "however", "whether", "than", "as", "lest", "about", "above", "across", "after",
        "against", "along", "alongside", "amid", "amidst", "among", "amongst", "around", "at", "atop", "before",
        "behind", "below", "beneath", "beside", "besides", "between", "beyond", "by", "concerning", "despite",
        "down", "during", "except", "from", "in", "inside", "into", "like", "near", "of", "off", "on", "onto",
        "out", "outside", "over", "past", "per", "plus", "regarding", "respecting", "round", "save", "through",
        "throughout", "to", "toward", "towards", "under", "underneath", "unlike", "up", "upon", "via", "versus",
        "vs", "with", "within", "without", "am", "is", "are", "was", "were", "be", "been", "being", "have",
        "has", "had", "having", "do", "does", "did", "doing", "done", "will", "would", "shall", "should", "can",
        "could", "may", "might", "must", "ought", "need", "dare", "cannot", "not", "n't", "never", "ever",
        "also", "too", "very", "just", "only", "even", "still", "already", "almost", "quite", "rather", "then",
        "there", "here", "now", "thus", "hence", "therefore", "thereby", "whereby", "wherein", "therein",
        "thereafter", "meanwhile", "moreover", "furthermore", "nevertheless", "nonetheless", "otherwise",
        "instead", "perhaps", "maybe", "yes", "oh", "else", "again", "'s", "'re", "'ve", "'ll", "'d", "'m"
    )
)
# fmt: on
