"""Quantities as closed intervals [low, high] of admissible values, with what is counted or measured.

What a phrase admits is a convention. These are ours; they say which values of another report would *not* contradict
the phrase, after the readings of numerical quantifiers in Krifka ("Approximate interpretations of number words",
2007: round numbers and "about" allow a band around them) and Geurts and Nouwen ("'At least' et al.", Language 83,
2007: "at least n" against "more than n"). They are not counting rules: a rule such as ACLED's ("dozens" is booked as
12, "hundreds" as 100) chooses one number for a table, and belongs to the figure sheet.

| words | interval | words | interval |
|---|---|---|---|
| 12, twelve, a dozen | [12, 12] | dozens | [24, 99] |
| at least 2, 2 or more, no fewer than 2 | [2, inf) | scores | [40, 199] |
| more than 120, over 120 (whole ones) | [121, inf) | hundreds | [200, 999] |
| more than 1.5 km (measured) | [1.5, inf), bound open | thousands | [2 000, 99 999] |
| fewer than 10, under 10 | [0, 9] | tens of thousands | [20 000, 99 999] |
| at most 10, no more than 10 | [0, 10] | hundreds of thousands | [200 000, 999 999] |
| up to 50, as many as 50 | [1, 50] | a couple, a pair | [2, 2] |
| nearly 20, almost 20 | [17, 19], measured [17, 20] | a few, a handful | [2, 6] |
| about 20, some 20, 20 or so | [17, 23] | several | [3, 9] |
| about 40 to 50 | [40, 50] | a few hundred, several hundred | [200, 699], [300, 999] |
| between 5 and 7, 5-7, five or six | the two ends | hundreds, if not thousands | [200, 99 999] |
| no one, none, not one, no casualties | [0, 0] | half, two-thirds | .5, .667, each +- .005 |
| both, a pair; a trio; a score | [2, 2]; [3, 3]; [20, 20] | about two-thirds | .617 to .717 |
| in her 50s, in his mid-60s | [50, 59], [63, 67] | a majority | more than half |

"Thousands" reaches to 99 999 since English has no plural word for ten thousand that news prefers. Shares carry the
modifier "fraction" and the unit of the whole. "54-year-old" has the modifier "age", "third" "ordinal", "3-1" "score",
"10-member panel" "compound" with the unit `member`. "$2 a share" is 2 USD `per` share, "73 of 329 seats" 73 `of` 329;
"rose from 12 to 15" are two numbers, since no one number is meant by both.

One concern a module: `amounts` reads the bare number with the help of `money`, `shares`, `vague`, `ranges` and `mixed`;
`measured`, `heads`, `rates`, `ages`, `wholes` and `borrowed` tell what it is of; `modifiers` widens it; `outsiders`
tells what is no quantity; `finder` puts them together.
"""

from headwater.text.numbers.finder import find_quantities, indefinite_one

__all__ = ["find_quantities", "indefinite_one"]
