"""Rules on why a theory should be believed."""

from __future__ import annotations

from toc.validation.catalogue.design_words import LADDER, NOT_RATED
from toc.validation.rule import Option, Rule

__all__ = ["EVIDENCE"]

EVIDENCE: tuple[Rule, ...] = (
    Rule(
        code="TOC401",
        name="link-without-rationale",
        severity="warning",
        summary="A link between two outcomes does not say why the first would bring about the second.",
        message="The link `{link}` ({from_label} to {to_label}) does not say why.",
        why="An arrow without a reason cannot be tested (Davies 2018, unlabelled connections).",
        hint="Add `because:` with the mechanism in one sentence.",
    ),
    Rule(
        code="TOC402",
        name="assumption-untested",
        severity="info",
        summary="An assumption has the status `untested`, or none, which means the same.",
        message='Nobody has tested assumption "{label}" ({id}).',
        why=(
            "What is only assumed is where a theory breaks first "
            "(ImpactMojo, pitfalls of theories of change: magical assumptions)."
        ),
        hint="Find out, and say what is known under `status`: supported, mixed or refuted.",
        unless=("TOC409",),
    ),
    Rule(
        code="TOC403",
        name="evidence-below-threshold",
        severity="warning",
        summary=(
            "All studies for a link to a long-term or `required` outcome are of a design too weak to show that "
            "one brings about the other. Designs are placed on the Maryland scale, 1 to 5, by the English words "
            "of `design`. Not asked where these do not tell the design of one of the studies, nor where the link "
            "rests on an assumption that is not said to be supported: then the doubt is declared."
        ),
        message=(
            "The studies for the link `{link}` ({from_label} to {to_label}) reach level {step} of 5 by their "
            "design; level {wanted} is asked."
        ),
        why=(
            "Accounts, one survey, or a before and after with nobody to compare with cannot tell the change from "
            "what would have happened anyway (Maryland Scientific Methods Scale, as used by whatworksgrowth.org; "
            "Nesta Standards of Evidence ask for a comparison from level 3)."
        ),
        hint=(
            "Add a study with a comparison; or name under `assumptions` of the link what is not shown yet; or say "
            "under `design` what the words there leave out."
        ),
        unless=("TOC101", "TOC414"),
        options=(
            Option("level", 2, "The lowest level that is enough; 1 asks nothing, 3 a comparison group.", 1, 5),
            Option("level_0", NOT_RATED, "Words of designs that are not rated."),
            *(
                Option(f"level_{step}", words, f"Words of designs of level {step}.")
                for step, words in enumerate(LADDER, start=1)
            ),
        ),
    ),
    Rule(
        code="TOC404",
        name="long-term-rests-on-weak-link",
        severity="warning",
        summary=(
            "Even the strongest way from an activity to a long-term outcome has a link in which there is "
            "little confidence. The strongest way is the one whose weakest link is as strong as can be; a "
            "link that states no confidence is not taken for a weak one. Links that feed back are not "
            "followed; a part is reached where its whole is, and a whole where a part is. Told once for each "
            "such link."
        ),
        message=(
            'The strongest way to long-term outcome "{label}" ({id}){more} rests on the link `{link}` '
            "({from_label} to {to_label}), in which the confidence is {confidence}."
        ),
        why=(
            "A way is as strong as its weakest link; if that fails, what was done for the rest is lost "
            "(Mayne 2015, on the assumptions of each link)."
        ),
        hint=(
            "Look for evidence on this link or do more for it, or add a way that does not need it; then say what "
            "`confidence` it has."
        ),
        requires=("TOC101/links",),
        options=(Option("confidence", 50, "Below this a link is weak.", highest=100),),
    ),
    Rule(
        code="TOC405",
        name="cited-source-missing",
        severity="error",
        summary="A citation names a source that the model does not list.",
        message="{message}",
        why="A reader must be able to find what a claim rests on (Davies 2012, criterion of being justifiable).",
        hint="Add the source under `sources:`, or correct its id.",
        fault="cited-source-missing",
        may_be_ignored=False,
        fix="unsafe",
    ),
    Rule(
        code="TOC406",
        name="necessary-conditions-not-sufficient",
        severity="info",
        summary=(
            "Several links into an outcome are `necessary`, and none, to it or to its whole, is `sufficient`: "
            "nothing says that these conditions are enough together."
        ),
        message='Outcome "{label}" ({id}) needs {conditions}; nothing says that they are enough together.',
        why=(
            "Preconditions must be necessary one by one and sufficient together "
            "(ccfy.org, three tests of a precondition; Davies 2018: links coded as necessary or sufficient)."
        ),
        hint=(
            "Ask what else it takes and add it. If they are enough together, make them `part_of` one box and let "
            "that lead here with `sufficient: true`."
        ),
        unless=("TOC101",),
        options=(Option("conditions", 2, "From how many necessary conditions on an outcome is asked.", 1),),
    ),
    Rule(
        code="TOC407",
        name="no-risk-or-negative-outcome",
        severity="info",
        summary="The model has no factor with the role `risk` and no link with `polarity: negative`.",
        message='"{title}" tells of benefits only: it names no risk and no negative link.',
        why=(
            "Work can fail and can do harm; a theory that leaves it out cannot look for it "
            "(Conservation by Design, criteria of a good results chain: it captures the major risks)."
        ),
        hint="Add what could go wrong under `factors` with `role: risk`, or a link with `polarity: negative`.",
        requires=("TOC114", "TOC121"),
    ),
    Rule(
        code="TOC408",
        name="evidence-stale",
        severity="info",
        summary=(
            "The newest source that the studies of a link cite is older than 15 years; the source is named, once "
            "for all its links. Not asked where one of the studies of a link cites no source with a year."
        ),
        message='What is known of {links} ends with "{title}" ({id}), which is from {year}.',
        why=(
            "What held for other services in other years may not hold now "
            "(Davies 2012, criterion of being justifiable)."
        ),
        hint="Look for newer studies, and name them under `evidence` of the link, whichever way they point.",
        requires=("TOC405",),
        options=(Option("years", 15, "How many years old the newest source may be, counted from this year."),),
    ),
    Rule(
        code="TOC409",
        name="assumption-not-attached",
        severity="warning",
        summary="No link names an assumption. Not asked where only whole stages are linked.",
        message='No link rests on assumption "{label}" ({id}).',
        why=(
            "An assumption that belongs to no step in particular cannot be watched or tested where it matters "
            "(USAID, TIPS 13: critical assumptions are shown; UNDAF companion guidance on theory of change)."
        ),
        hint="Name it under `assumptions` of the link that works only if it holds, or take it away.",
        requires=("TOC101/links",),
        unless=("TOC102", "TOC601"),
    ),
    Rule(
        code="TOC410",
        name="reach-assumption-missing",
        severity="info",
        summary=(
            "An activity leads to an outcome, at once or by an output, and nothing is assumed on the way: neither "
            "at `engages` nor at the links. An assumption of its whole or of a part is enough. Of a whole and its "
            "parts the whole is told; where no activity assumes anything, that is said once."
        ),
        message="{who} no assumption on how people are reached and take up what is offered.",
        why=(
            "Between what is delivered and a first change, people must be reached and must respond "
            "(Mayne 2015 and 2017: the assumptions of reach come first)."
        ),
        hint="Name what must hold for that under `assumptions`, at `engages` or at the link to the first outcome.",
        unless=("TOC108", "TOC112", "TOC502"),
    ),
    Rule(
        code="TOC411",
        name="mechanism-missing-for-moderated-link",
        severity="info",
        summary=(
            "A factor acts on a link, by `moderated_by` there or as a moderator that `affects` it, and the link "
            "does not say how it works."
        ),
        message=(
            "The link `{link}` ({from_label} to {to_label}) depends on {factors} and does not say how it works."
        ),
        why=(
            "For whom and when something works can only be understood with how it works "
            "(Lewis, Bates and Murray 2008, on moderators; Davies 2018, unlabelled connections)."
        ),
        hint="Add `because:` with the mechanism on which the factor acts.",
        unless=("TOC101", "TOC401"),
    ),
    Rule(
        code="TOC412",
        name="circular-evidence",
        severity="info",
        summary=(
            "All studies for a link come from sources that are marked as the programme's `own`. Not asked where "
            "one of the studies cites no source."
        ),
        message=(
            "All that speaks for the link `{link}` ({from_label} to {to_label}) was written by the programme "
            "itself: {sources}."
        ),
        why=(
            "A programme that is its own witness shows what it believes, not yet what holds "
            "(Nesta Standards of Evidence, level 4: an evaluation by others; Davies 2012, being verifiable)."
        ),
        hint="Add a study by others under `evidence`, or one of another programme of this kind.",
        unless=("TOC101", "TOC403", "TOC405"),
    ),
    Rule(
        code="TOC413",
        name="source-never-cited",
        severity="info",
        summary="Nothing in the model cites a source.",
        message='Nothing cites the source "{title}" ({id}).',
        why=(
            "A source that nothing cites supports nothing, and looks as if it did "
            "(Davies 2012, criterion of being justifiable)."
        ),
        hint="Name it under `cite` where it is the source of something, or take it away.",
        requires=("TOC405",),
    ),
    Rule(
        code="TOC414",
        name="refuted-assumption-still-carries",
        severity="warning",
        summary="A link rests on an assumption whose status is `refuted`.",
        message=(
            'The link `{link}` ({from_label} to {to_label}) rests on "{assumed}" ({assumption}), which is refuted.'
        ),
        why=(
            "A step that works only if something holds that does not hold is no step "
            "(USAID, TIPS 13: critical assumptions; Mayne 2017, assumptions of the causal links)."
        ),
        hint="Take the link away or say how else it works; or correct the `status` of the assumption.",
        unless=("TOC101",),
    ),
    Rule(
        code="TOC415",
        name="evidence-contradicts",
        severity="warning",
        summary=(
            "The evidence of a link names studies against it and none for it. A link that rests on a refuted "
            "assumption is told by TOC414."
        ),
        message="All evidence of the link `{link}` ({from_label} to {to_label}) speaks against it: {studies}.",
        why=(
            "A theory that is drawn as if it held, against what is known, will not be believed "
            "(Davies 2012, criteria of being testable and justifiable)."
        ),
        hint="Add what speaks for it under `evidence: for`, change the link, or take it away.",
        unless=("TOC101", "TOC414"),
    ),
    Rule(
        code="TOC416",
        name="study-not-used",
        severity="info",
        summary="No link names a study as evidence, for it or against it. Not asked where only stages are linked.",
        message='No link names study "{label}" ({id}) as evidence.',
        why=(
            "A study that bears on no step of the theory supports nothing, and looks as if it did "
            "(Davies 2012, criterion of being justifiable)."
        ),
        hint="Name it under `evidence: for` or `evidence: against` of the link it is about, or take it away.",
        requires=("TOC101",),
    ),
    Rule(
        code="TOC417",
        name="factor-without-effect",
        severity="info",
        summary=(
            "A factor acts on nothing: it affects and leads to no box, factor or link, no link is moderated by "
            "it, and nothing leads to it either. Not asked where only stages are linked."
        ),
        message='Factor "{label}" ({id}) acts on nothing.',
        why=(
            "What surrounds the work matters where it bears on a step; a factor beside the theory cannot be "
            "taken into account (Davies 2018, missing connections)."
        ),
        hint="Say what it acts on: `affects`, `leads_to`, or `moderated_by` at a link.",
        requires=("TOC101",),
        unless=("TOC102",),
    ),
)
