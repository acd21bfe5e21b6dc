"""Reports in the layouts of four cycles, written for these tests."""

from __future__ import annotations

OLD_NUMBERED = """
A/HRC/8/99
page 14
II. CONCLUSIONS AND/OR RECOMMENDATIONS
60. In the course of the discussion, the following recommendations were made to
Ruritania:
1. Ratify the Convention against Torture (CAT) and the Optional Protocol to the
Convention on the Rights of the Child* (Slovenia, Bolivia (Plurinational State
of), Brazil);
2.
Continue to follow the road-
map of 2007 (Algeria, Iran (Islamic Republic of) and Bosnia and Herzegovina);
A/HRC/8/99
page 15
3. Cooperate with its neighbours (Thailand and Viet Nam) in fighting traffick\u00ad
ing in persons (Holy See; Cuba);
* As read out: the Optional Protocol on children in armed conflict.

4. Invite the Special Rapporteur (Mexico).
61. The responses of Ruritania to these recommendations will be included in the outcome
report adopted by the Human Rights Council at its eighth session.
62. All conclusions and/or recommendations contained in the present report reflect the
position of the submitting State(s) and/or the State under review.
III. VOLUNTARY PLEDGES AND COMMITMENTS
63. The recommendations of the treaty bodies will be followed: 1. One (France);
"""

OLD_ONE_PARAGRAPH = """
II. Conclusions and recommendations

99. The recommendations formulated during the interactive dialogue have been examined by Ruritania and the recommendations listed below enjoy the support of Ruritania: 1. Ratify the Covenant (Chile); 2. Abolish the death penalty, as set out in article 6. 2 (Italy); 3. Train its police (Ghana).
100. The following recommendations could not, at this stage, be accepted by Ruritania: (a) Ratify the Rome Statute (Chile, Peru); (b) Withdraw its reservations (Norway), and (c) Extend an invitation (Latvia).
101. The recommendations noted in paragraphs 21 (b) and 33 (a) above do not enjoy the support of Ruritania.
Annex
Composition of the delegation
1. Mr. Rudolf (Ruritania)
"""

MANY_NUMBERED = "\n".join([
    "II. Conclusions and/or recommendations",
    "99. The following recommendations enjoy the support of Ruritania:",
    *(f"{n}. Continue work number {n} (Chad);" for n in range(1, 104)),
    "100. The recommendations below do not enjoy the support of Ruritania:",
    *(f"{n}. Stop work {n} (Togo);" for n in range(1, 4)),
    "101. All conclusions and/or recommendations contained in the present report reflect",
    "the position of the submitting State(s).",
])  # fmt: skip

NEW = """
GE.24-08765(E)
A/HRC/57/99
Contents
II. Conclusions and/or recommendations .......... 13
II. Conclusions and/or recommendations
6. The recommendations formulated during the interactive dialogue/listed below have been
examined by Ruritania and enjoy the support of Ruritania:
6.1 Ratify the Convention (Türkiye) (Côte d’Ivoire);
6.2 Continue (a) to reform; (b) to train, as in recommendation
6.1 above (Venezuela (Bolivarian
Republic of));
6.3 Adopt a law on domestic work (United Kingdom of Great Britain and Northern
Ireland);
14 GE.24-08765
A/HRC/57/99
GE.24-08765 15
6.5 Reduce poverty by 2.5 per cent (Sao Tome and Principe) (State of Palestine);
6.5 Protect journalists (Kingdom of the Netherlands);
6.7 Publish the report;
7. The following recommendations enjoy the support of Ruritania, which considers that they
have already been implemented or are in the process of implementation:
7.1 Appoint an ombudsperson (Lao People’s Democratic Republic).
8. The following 2 recommendations will be examined by Ruritania, which will provide responses in due
course, but no later than the fifty-seventh session of the Human Rights Council:
8.1 Accede to the Protocol (Spain); consider the amendments (Honduras);
8.2 Consult civil society (Fiji);
8.3 Consult minorities (Kenya);
9. The recommendations listed below have been examined by Ruritania and have been noted by Ruritania:
9.1 Close the camp (Atlantis Republic);
10. All conclusions and/or recommendations contained in the present report reflect the position of
the submitting State(s) and/or the State under review.
Annex
9.2 Not one of them (France);
"""

ALONE = """
14
II. Conclusions and/or recommendations
99. The recommendations formulated during the interactive dialogue have been examined by Ruritania and
the recommendations listed below enjoy the support of Ruritania:
1
Implement
all recommendations contained in the annex to the position of the Committee (Oman);
15
2
Publish it (Iraq);
3
Act (Iran, Islamic Republic of);
4.
Act again (Viet
Nam, the Netherlands and the
United States of America). 100. The recommendations below did not enjoy the support of Ruritania:
1
Stop (Peru).
101. Any conclusions and recommendations in the present report reflect the position of the States.
"""

FLOWING = " ".join(
    [
        "66. The delegation thanked all (see A/HRC/WG.6/4/XYZ/1).",
        *(
            f"{n}. Delegation {n} noted the efforts made and asked about the plan of {n} years."
            for n in range(67, 90)
        ),
        "II. \tConclusions and/or recommendations 90. The recommendations formulated during the interactive dialogue and"
        " listed below enjoy the support of Ruritania: 1. \tRatify the Covenant (Peru; Chile); accede to it (the Netherlands);"
        " 2. \tAct as recommended in 2007(Chad);continue (Oman) 3.Adopt the law, in line with Convention No. 111 (Fiji)4.ensure"
        " it. (Cuba);2 5. Tell all (Spain)3; 2 \tThe recommendation as read was: “Act (Mali).” 6. Respect"
        " belief; (Italy); 7. Consider (i) training, (ii) funds and (iii) time (Trinidad an Tobago). With respect to visits,"
        " Ruritania keeps its right. 91. The following recommendations will be examined by Ruritania, which will respond in due"
        " time: 1. \tAbolish it (UK). 92. The recommendations noted in paragraphs 31 (b), 43 (a) (ii), 68 (d) (i) and 74 (a)"
        " above did not enjoy the support of Ruritania: NOTE 1. \tAs to paragraphs 31 (b) (Algeria) and 43 (a) (ii) (Haiti), the"
        " right is vested. 93. All conclusions and/or recommendations contained in the present report reflect the position of"
        " the submitting State(s). Annex Composition of the delegation (a) Ms. One (Ruritania); (b) Mr. Two (Chad);",
    ]
)


NOBODY = (
    "x "
    * 120
    + "II. CONCLUSIONS AND/OR RECOMMENDATIONS 76. In the course of the discussion, the following conclusions were made,"
    " with the agreement of the State under review: 1. \tWork on the roads was commended. Ruritania will go on.(None); 2."
    " \tThe end of all reservations was welcomed.(None); 77. These recommendations formulated during the interactive dialogue"
    " have been examined by Ruritania and the recommendations listed below enjoy the support of Ruritania: 1. \tRuritania is"
    " commended for its courses. (None);2. \tRuritania is encouraged to sign.(None); 3. \tSharing of what works: (a)"
    " \tRuritania is asked to speak more; (b) it was recommended that it listen. (None);78. Other recommendations noted in the"
    " report in paragraphs 51, 53 and 63 above will be examined by Ruritania. 79. All conclusions and/or recommendations"
    " contained in this report reflect the position of the submitting state(s)."
)

ANSWERED = """
Responses to recommendations
1. The recommendations listed below enjoy the support of Ruritania:
A - 69.1. Found a round table on security
and freedoms (Kuwait);
A - 69.2 Share what it learnt (Sudan, Iran (Islamic Republic of));
2. The recommendations below did not enjoy the support of Ruritania:
R - 70.1. Abolish the death penalty (Spain)
NC - 70.2. Ratify it (Peru)
"""
