package cn.citybrain.parking.onboarding.audit.dossier.matter;

import cn.citybrain.parking.onboarding.audit.diagram.Course;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Story;
import java.time.Instant;
import java.util.List;

/**
 * What a dossier tells.
 *
 * @param courses what each process instance went through
 */
public record Matter(Story story, List<Course> courses) {

    /** The table of what auditors looked at. */
    private static final String AUDITORS_LOOKS = "audit_look";

    public Matter {
        courses = List.copyOf(courses);
    }

    /** Up to the last thing that is no auditor's look. */
    static Matter upToItsPoint(Story story, List<Course> courses) {
        List<Entry> entries = story.entries();
        int count = entries.size();
        while (count > 0 && isAuditorsLook(entries.get(count - 1))) {
            count--;
        }
        Story told = new Story(
                story.header(), entries.subList(0, count), story.revisions(), story.papers(), story.deductions());
        return new Matter(told, courses);
    }

    /** When the last of it happened; the beginning of an application to which nothing has happened yet. */
    public Instant lastAt() {
        List<Entry> entries = story.entries();
        return entries.isEmpty()
                ? story.header().begun()
                : entries.get(entries.size() - 1).at();
    }

    public Point point() {
        return new Point(lastAt(), story.entries().size(), Hashes.sha256(StoryJson.bytes(this)));
    }

    public String number() {
        return story.header().number();
    }

    private static boolean isAuditorsLook(Entry entry) {
        return entry.kind() == Kind.LOOK && entry.source().table().equals(AUDITORS_LOOKS);
    }
}
