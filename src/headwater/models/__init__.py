"""Language models behind one-method protocols: the only home of spaCy and of networks in numpy."""
