"""Concluding observations in the layouts of the treaty bodies, written for these tests about a State that does not exist.

What is asked of the State stands between « and »: the words that should be found, under the number of their paragraph.
"""

CEDAW_NEW = """
United Nations
CEDAW/C/RUR/CO/8
Convention on the Elimination of All Forms of Discrimination against Women
Distr.: General
14 November 2023
Original: English
Committee on the Elimination of Discrimination against Women
Concluding observations on the eighth periodic report of Ruritania*
1. The Committee considered the eighth periodic report of Ruritania (CEDAW/C/RUR/8) at its 2012th and 2013th meetings.
A. Introduction
2. The Committee appreciates the submission by the State party of its report. It welcomes the written replies to the list of issues raised by the pre-sessional working group.
B. Positive aspects
3. The Committee welcomes the progress achieved since the consideration in 2015 of the previous report, in particular the adoption of:
(a) The Law on Gender Equality, which requests ministries to report every year;
(b) The national strategy that encourages girls to study science.
C. Parliament
4. The Committee stresses the crucial role of the legislative power. «It invites the National Assembly, in line with its mandate, to take the necessary steps regarding the implementation of the present concluding observations between now and the submission of the next periodic report.»
D. Principal areas of concern and recommendations
Constitutional and legislative framework
5. The Committee notes that the Constitution prohibits discrimination. It is concerned, however, about the absence of a definition of discrimination against women in the law, notwithstanding its previous recommendations (CEDAW/C/RUR/CO/7, para. 11).
6. «The Committee reiterates its previous recommendation and recommends that the State party adopt a comprehensive definition of discrimination against women, in line with articles 1 and 2 of the Convention.»
Access to justice
7. The Committee notes with concern:
(a) The low number of requests for legal aid by women;
(b) That women are encouraged to settle cases of violence out of court.
8. «Recalling its general recommendation No. 33 (2015) on women’s access to justice, the Committee recommends that the State party:
(a) Ensure that women have access to free legal aid, in particular in rural areas;
(b) Train judges, prosecutors and police officers;
(c) Abolish the practice of conciliation in cases of gender-based violence against women.»
National machinery for the advancement of women
9. The Committee welcomes the new department. It nevertheless notes that it has few staff. «The Committee, recalling the guidance provided in the Beijing Platform for Action, calls upon the State party to provide the department with adequate resources.»
Temporary special measures
10. The Committee is concerned that temporary special measures are not understood.
11. «In line with article 4 (1) of the Convention and its general recommendation No. 25 (2004), the Committee urges the State party to adopt such measures, including quotas, with time-bound targets.»
Dissemination
12. «The Committee requests the State party to ensure the timely dissemination of the present concluding observations, in the official languages of the State party, to the relevant State institutions at all levels.»
Ratification of other treaties
13. The Committee notes that the adherence of the State party to the nine major international human rights instruments would enhance the enjoyment by women of their rights. «The Committee therefore encourages the State party to consider ratifying the International Convention for the Protection of All Persons from Enforced Disappearance.»
Follow-up to the concluding observations
14. «The Committee requests the State party to provide, within two years, written information on the steps taken to implement the recommendations contained in paragraphs 6, 8 (c) and 11 above.»
Preparation of the next report
15. «The Committee will establish and communicate the due date of the ninth periodic report. The report should be submitted on time and cover the entire period up to the time of its submission.»
"""

CEDAW_PRINTED = """
CEDAW/C/RUR/CO/7
Committee on the Elimination of Discrimination
against Women
Concluding observations on the seventh periodic report
of Ruritania
15-12505
2/15
Stereotypes and harmful practices
18. The Committee is deeply concerned about the per-
sistence of discriminatory stereotypes concerning the
roles of women and men in the family and in society.
19. «The Committee recommends that the State party:
(a) Put in place, without delay, a comprehensive
strategy to eliminate discriminatory stereotypes;
CEDAW/C/RUR/CO/7
3/15
15-12505
(b) Develop educational programmes in coordination
with civil society and the media.»
Violence against women
20. The Committee regrets that marital rape is not
criminalized and that few shelters exist. It notes with
concern that protection orders are rarely issued
(arts. 2, 5 and 16).
21. «The Committee urges the State party to expedite
the amendment of the Penal Code, and to give full
attention to general recommendation No.
19. The State party should also open shelters in every
province.»
Trafficking and exploitation of prostitution
22. The Committee notes the law of 2011. «The Committee
recommends that the State party address the root causes
of trafficking and:
(a) Identify victims early;
(b) Prosecute those responsible.»
CEDAW/C/RUR/CO/7
15-12505
4/15
"""

CRC = """
CRC/C/RUR/CO/5-6
Committee on the Rights of the Child
Concluding observations on the combined fifth and sixth reports of Ruritania
III. Main areas of concern and recommendations
4. The Committee reminds the State party of the indivisibility and interdependence of all the rights enshrined in the Convention and emphasizes the importance of all the recommendations contained in the present concluding observations. «The Committee would like to draw the attention of the State party to the recommendations concerning the following areas, in respect of which urgent measures must be taken: violence (para. 8), disability (para. 10) and juvenile justice (para. 12).»
A. General measures of implementation (arts. 4, 42 and 44 (6))
Legislation
5. «While welcoming the new law on children, the Committee recommends that the State party:
(a) Harmonize the definition of the child with article 1 of the Convention, so that it covers everyone under 18;
(b) Allocate human, technical and financial resources to implement the law.»
Data collection
6. «With reference to its general comment No. 5 (2003), the Committee urges the State party to improve its data collection system expeditiously. The data should cover all areas of the Convention and be disaggregated by age, sex and disability.»
B. Violence against children (arts. 19, 24 (3), 28 (2), 34, 37 (a) and 39)
Corporal punishment
7. The Committee is seriously concerned that corporal punishment is still lawful at home. It notes a high number of requests for help to the hotline.
8. «Drawing the attention of the State party to its general comment No. 8 (2006), the Committee urges the State party to prohibit corporal punishment in law, in all settings, without exception.»
C. Disability, basic health and welfare
9. The Committee takes note of the inclusive education programme and of the efforts made in that regard.
10. «Recalling its general comment No. 9 (2006), the Committee reiterates its previous recommendations and urges the State party:
(a) To ensure inclusive education in mainstream schools;
(b) To train specialized teachers;
(c) To combat stigma.»
D. Special protection measures
Administration of juvenile justice
11. The Committee is concerned that children as young as 12 may be deprived of liberty in closed schools.
12. «The Committee urges the State party to bring its juvenile justice system fully into line with the Convention and other relevant standards and, in particular, to:
(a) Establish specialized courts;
(b) Use detention as a measure of last resort and for the shortest possible period of time.»
E. Ratification of the Optional Protocol on a communications procedure
13. «The Committee recommends that the State party, in order to further strengthen the fulfilment of children’s rights, ratify the Optional Protocol.»
V. Implementation and reporting
14. «The Committee recommends that the State party take all appropriate measures to ensure that the recommendations are fully implemented and that a child-friendly version is disseminated.»
15. «The Committee invites the State party to submit its combined seventh to ninth reports by 1 September 2028. In the event that a report exceeding the established word limit is submitted, the State party will be asked to shorten it.»
"""

CCPR_OLD = """
CCPR/CO/75/RUR
Human Rights Committee
CONCLUDING OBSERVATIONS OF THE HUMAN RIGHTS COMMITTEE
RURITANIA
CCPR/C/RUR/CO/2
A. Introduction
2. The Committee welcomes the report of the State party.
C. Principal areas of concern and recommendations
6. The Committee is concerned that the provisions of the Covenant may not be invoked before the courts.
«The State party should take all necessary measures to enable individuals to benefit from the rights protected by the Covenant.»
7. The Committee remains concerned that the death penalty may be imposed for economic crimes (article 6).
«The State party should review the list of crimes that attract the death penalty, with a view to abolishing it.»
8. The Committee takes note of the decision to allow visits. It regrets that the requests of several groups were refused (articles 7 and 10).
«The State party must ensure that places of detention are visited by independent bodies.
It should in particular:
(a) Publish their reports;
(b) Allow unannounced visits.»
9. The Committee notes with satisfaction that the new Code shortens police custody.
10. While noting the reform of the judiciary, the Committee is concerned at its lack of independence (art. 14).
«The State party is urged to appoint judges for life.»
11. «The State party should disseminate widely the text of its report and of the present concluding observations.»
12. «The Committee requests the State party to submit its third periodic report by 1 August 2014.»
"""

CCPR_NEW = """
CCPR/C/RUR/CO/3
Human Rights Committee
Concluding observations on the third periodic report of Ruritania*
C. Principal matters of concern and recommendations
Domestic implementation of the Covenant
5. While noting that the Covenant has been invoked in some cases, the Committee regrets that such cases are few (art. 2).
6. «The State party should make the Covenant better known to judges, prosecutors and lawyers, and ensure that its provisions are taken into account.»
National human rights institution
7. The Committee notes the information that the State party is studying models. It is concerned about the slow pace (art. 2).
8. «The State party should expeditiously establish an independent national human rights institution in accordance with the Paris Principles.»
Freedom of expression
9. The Committee is concerned about:
(a) Laws which restrict expression in broad terms;
(b) Requests of the authorities to providers to remove content, which the law encourages.
10. «The State party should, as a matter of urgency:
(a) Revise its laws to bring them into line with article 19 of the Covenant;
(b) Ensure that any restriction complies with the strict requirements of article 19 (3).»
Right to life
11. The Committee welcomes the reduction of the number of capital offences and encourages further steps. «Pending abolition, the State party should restrict the death penalty to the most serious crimes.»
D. Dissemination and follow-up
12. «The State party should widely disseminate the Covenant, its report and the present concluding observations among the judicial, legislative and administrative authorities, civil society and the general public.»
13. «In accordance with rule 75, paragraph 1, of the Committee’s rules of procedure, the State party is requested to provide, by 29 March 2026, information on the implementation of the recommendations made in paragraphs 8 and 10 above.»
14. «In line with the Committee’s predictable review cycle, the State party will receive in 2029 the Committee’s list of issues prior to the submission of the report and will be expected to submit within one year its replies.»
"""

CAT_OLD = """
CAT/C/RUR/CO/3
COMMITTEE AGAINST TORTURE
Concluding observations of the Committee against Torture
RURITANIA
(1) The Committee considered the third periodic report of Ruritania.
B. Positive aspects
(2) The Committee welcomes the ratification of the Optional Protocol.
C. Principal subjects of concern and recommendations
Definition of torture
(3) The Committee is concerned that the definition of torture does not cover acts of persons acting in an official capacity.
«The State party should amend its Criminal Code to adopt a definition of torture that covers all the elements contained in article 1.»
Fundamental legal safeguards
(4) The Committee notes with concern that detainees do not always see a lawyer at once.
«The State party should take effective measures promptly to ensure that all detained persons are afforded, in practice, all fundamental legal safeguards, including:
(a) The right to a lawyer;
(b) The right to an independent doctor;
(c) The right to notify a relative.»
Non-refoulement
(5) While noting the number of requests for asylum, the Committee regrets the lack of statistics (art. 3). «The Committee recommends that the State party adopt a law on asylum. It also recommends that data be published.»
(6) The Committee welcomes the cooperation with the Red Cross.
(7) «The State party is encouraged to disseminate widely the reports submitted to the Committee.»
(8) «The Committee requests the State party to provide, within one year, information on its response to the recommendations contained in paragraphs 3 and 4.»
"""

CAT_NEW = """
CAT/C/RUR/CO/4
Committee against Torture
Concluding observations on the fourth periodic report of Ruritania*
C. Principal subjects of concern and recommendations
Pending follow-up issues from the previous reporting cycle
6. In its previous concluding observations, the Committee requested the State party to provide information on the follow-up given to its recommendations on safeguards. It regrets that no reply was received.
Definition and criminalization of torture
7. The Committee takes note of the explanation of the delegation, which requests more time. It is concerned that torture may be subject to a statute of limitations (arts. 1, 2 and 4).
8. «The State party should:
(a) Ensure that the offence of torture is not subject to any statute of limitations;
(b) Provide for penalties commensurate with the gravity of the act.»
Conditions of detention
9. Notwithstanding the efforts made, the Committee is concerned at overcrowding (arts. 2, 11 and 16).
10. «The Committee calls on the State party to:
(a) Reduce overcrowding, in particular by making more use of alternatives to detention;
(b) Improve health care in prisons. In this regard, the Committee draws the attention of the State party to the Nelson Mandela Rules.»
Redress
11. «The Committee draws the attention of the State party to its general comment No. 3 (2012) and recommends that victims obtain redress.»
Follow-up procedure
12. «The Committee requests the State party to provide, by 12 May 2025, information on follow-up to the Committee’s recommendations on redress (see para. 11 above). In that context, the State party is invited to inform the Committee about its plans for implementing the remaining recommendations.»
Other issues
13. «The Committee encourages the State party to consider making the declarations envisaged under articles 21 and 22 of the Convention.»
"""

CERD = """
CERD/C/RUR/CO/15-17
Committee on the Elimination of Racial Discrimination
Concluding observations on the combined fifteenth to seventeenth periodic reports of Ruritania
C. Concerns and recommendations
Statistics
5. While noting the census of 2019, the Committee regrets the lack of data on income by ethnic group (arts. 1 and 5).
6. «Recalling its guidelines, the Committee recommends that the State party collect and publish such data, based on self-identification.»
Hate speech
7. The Committee is concerned at hate speech online (art. 4).
«Recalling its general recommendation No. 35 (2013), the Committee recommends that the State party:
(a) Bring its law into line with article 4 of the Convention;
(b) Publish statistics on complaints.»
Minorities
8. The Committee notes that teaching in minority languages is limited.
9. «The Committee recommends to the State party that it extend mother-tongue education.»
F. Other recommendations
Paragraphs of particular importance
10. «The Committee wishes to draw the attention of the State party to the particular importance of the recommendations contained in paragraphs 6 and 9 above and requests the State party to provide detailed information in its next periodic report.»
"""

CESCR = """
E/C.12/RUR/CO/2
Committee on Economic, Social and Cultural Rights
Concluding observations on the second periodic report of Ruritania
C. Principal subjects of concern and recommendations
Right to just and favourable conditions of work
15. The Committee is concerned that the minimum wage does not ensure a decent living (art. 7).
16. «The Committee recommends that the State party take measures to ensure that the minimum wage is increased on a regular basis. The Committee refers the State party to its general comment No. 23 (2016).»
Right to social security
17. The Committee is concerned that workers in the informal economy are not covered. «It recommends that the State party extend coverage to them and their families.»
18. «The Committee requests that the State party report on the results.»
D. Other recommendations
19. «The Committee encourages the State party to ratify the Optional Protocol to the Covenant.»
Annex
List of participants
20. The Committee recommends nothing here.
"""

BODIES = {
    "CEDAW": CEDAW_NEW, "CEDAW as printed": CEDAW_PRINTED, "CRC": CRC, "CCPR, asked below": CCPR_OLD, "CCPR": CCPR_NEW,
    "CAT, numbers in brackets": CAT_OLD, "CAT": CAT_NEW, "CERD": CERD, "CESCR": CESCR,
}  # fmt: skip

# written after the reader was mended for those above, before it was run over these

CRPD = """
CRPD/C/RUR/CO/1
Committee on the Rights of Persons with Disabilities
Concluding observations on the initial report of Ruritania*
I. Introduction
1. The Committee considered the initial report of Ruritania at its 700th meeting.
2. The Committee welcomes the report, which was prepared in accordance with the guidelines, and thanks the State party for its replies.
III. Principal areas of concern and recommendations
A. General principles and obligations (arts. 1–4)
5. The Committee is concerned about the following:
(a) The medical model of disability in the law;
(b) The lack of consultation with organizations that request it.
6. «The Committee recommends that, in close consultation with and with the active involvement of organizations of persons with disabilities, the State party:
(a) Amend its law in line with the human rights model of disability;
(b) Set up mechanisms for meaningful consultation.»
B. Specific rights (arts. 5–30)
Equality and non-discrimination (art. 5)
7. The Committee notes that denial of reasonable accommodation is not recognized as discrimination. It also notes that complaints are rare.
8. «Recalling its general comment No. 6 (2018), and in line with targets 10.2 and 10.3 of the Sustainable Development Goals, the Committee recommends that the State party explicitly recognize such denial as discrimination.»
Women with disabilities (art. 6)
9. «The Committee, taking into account article 6 and targets 5.1, 5.2 and 5.5 of the Sustainable Development Goals, recommends that the State party adopt a plan, with a budget, indicators and a time frame.»
Access to justice (art. 13)
10. The Committee observes with concern that sign language interpreters are few.
11. «The Committee advises the State party to train court staff and asks it to publish documents in Easy Read.»
Statistics and data collection (art. 31)
12. The Committee appreciates the census.
«13.»
14. «The Committee emphasizes the importance of all the recommendations contained in the present concluding observations. With regard to urgent measures that must be taken, it would like to draw the State party’s attention to the recommendations contained in paragraphs 6 and 8.»
15. «The Committee strongly encourages the State party to involve civil society organizations in the preparation of its periodic report.»
""".replace("«13.»\n", "")

CEDAW_NARRATIVE = """
CEDAW/C/RUR/CO/6
Concluding comments of the Committee on the Elimination of Discrimination against Women: Ruritania
Concluding observations
Principal areas of concern and recommendations
7. «While recalling the obligation of the State party to systematically and continuously implement all the provisions of the Convention, the Committee views the concerns and recommendations identified in the present concluding comments as requiring the State party’s priority attention. Consequently, the Committee calls upon the State party to focus on those areas in its implementation activities.»
8. While noting that the Civil Code was revised, the Committee is concerned that the minimum age for marriage differs for women and men. The Committee is also concerned that early marriage is common in some ethnic groups.
9. «The Committee urges the State party to take the measures required to make the minimum age for marriage for women and men equal at 18 years. It suggests that awareness-raising campaigns be undertaken in the languages of those groups.»
10. The Committee expresses its concern at the sex ratio at birth, which invites questions about the two-child policy. «The Committee calls on the State party to monitor the implementation of existing laws and policies. It also urges the State party to address the causes of sex selection, and requests it to report on the results.»
11. «The Committee requests the State party to respond to the concerns expressed in the present concluding comments in its next periodic report under article 18 of the Convention.»
12. «Taking account of the gender dimensions of declarations adopted by United Nations conferences, the Committee would appreciate information on their implementation. The State party should integrate them in its plans.»
"""

CMW = """
CMW/C/RUR/CO/2
Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families
Concluding observations on the second periodic report of Ruritania
C. Principal factors, subjects of concern and recommendations
1. General measures of implementation (arts. 73 and 84)
Legislation and application
9. The Committee notes the new law on labour migration.
10. «In accordance with target 10.7 of the Sustainable Development Goals, the Committee recommends that the State party align its law with the Convention.»
Recruitment agencies
11. The Committee is concerned that private agencies charge fees and that requests of workers for refunds are ignored.
12.
«The Committee recommends that the State party:
(a) Supervise agencies;
(b) Prohibit fees.»
2. Human rights of all migrant workers (arts. 8–35)
13. «The State party should guarantee that administrative detention is used only as a measure of last resort and, pursuant to general comment No. 5
(2021), that children are not detained.»
14. Although the Committee welcomes the hotline, it regrets the lack of interpreters; «it invites the State party to provide them.»
"""

LATER = {"CRPD": CRPD, "CEDAW, a narrative": CEDAW_NARRATIVE, "CMW": CMW}
