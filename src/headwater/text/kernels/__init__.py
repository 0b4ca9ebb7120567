"""Kernels compiled by numba, for text reuse over whole archives: words, n-grams, postings, alignment, scores.

They work on arrays of many articles at once, without Python objects inside, and let go of the interpreter's lock, so
that threads run them side by side. A kernel calls only kernels of its own file: numba's cache looks no further when it
decides whether a compiled kernel is still the one in the source. They need the extra `headwater[archive]`.
"""
