package cn.citybrain.parking.onboarding.audit.story;

import java.util.List;

/**
 * Everything that is on record about one application, as auditors see it: names, plates and bill numbers in full, account
 * numbers, ID numbers and phones masked.
 *
 * @param entries everything that happened, by time, then kind, then source
 * @param revisions what was submitted, oldest first, each whole
 * @param papers every paper that a revision has or had, and those of its steps
 * @param deductions every attempt of every test, oldest first
 */
public record Story(
        Header header,
        List<Entry> entries,
        List<SubmittedRevision> revisions,
        List<PaperOnRecord> papers,
        List<Attempt> deductions) {

    public Story {
        entries = List.copyOf(entries);
        revisions = List.copyOf(revisions);
        papers = List.copyOf(papers);
        deductions = List.copyOf(deductions);
    }
}
