package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Assembles stories, each in a fixed number of statements. Records no look: who shows a story to somebody does that. */
@Component
public class Stories {

    private final Subjects subjects;
    private final Headers headers;
    private final List<Chapter> chapters;
    private final RevisionTeller revisions;
    private final PaperTeller papers;
    private final AttemptTeller attempts;
    private final PeopleOfStories names;

    Stories(
            Subjects subjects,
            Headers headers,
            List<Chapter> chapters,
            RevisionTeller revisions,
            PaperTeller papers,
            AttemptTeller attempts,
            PeopleOfStories names) {
        this.subjects = subjects;
        this.headers = headers;
        this.chapters = chapters;
        this.revisions = revisions;
        this.papers = papers;
        this.attempts = attempts;
        this.names = names;
    }

    /** @throws NotOnRecord if there is no such application */
    @Transactional(readOnly = true)
    public Story of(String applicationNo) {
        Subject subject = subjects.of(applicationNo);
        List<Entry> told = entries(subject);
        List<SubmittedRevision> submitted = revisions.of(subject);
        List<PaperOnRecord> uploaded = papers.of(subject);
        List<Attempt> charged = attempts.of(subject);
        Header header = headers.of(subject);
        Stream<Person> all = Stream.of(
                        Stream.of(header.beganBy()),
                        told.stream().map(Entry::person),
                        submitted.stream().flatMap(SubmittedRevision::people),
                        uploaded.stream().map(PaperOnRecord::uploadedBy),
                        charged.stream().flatMap(Attempt::people))
                .flatMap(people -> people);
        UnaryOperator<Person> known = known(all);
        return new Story(
                header.by(known),
                told.stream()
                        .map(entry -> entry.by(known.apply(entry.person())))
                        .toList(),
                submitted.stream().map(revision -> revision.by(known)).toList(),
                uploaded.stream().map(paper -> paper.by(known)).toList(),
                charged.stream().map(attempt -> attempt.by(known)).toList());
    }

    /** Only its head. @throws NotOnRecord if there is no such application */
    @Transactional(readOnly = true)
    public Header header(String applicationNo) {
        Header header = headers.of(subjects.of(applicationNo));
        return header.by(known(Stream.of(header.beganBy())));
    }

    /** Only what happened, in order. @throws NotOnRecord if there is no such application */
    @Transactional(readOnly = true)
    public List<Entry> entries(String applicationNo) {
        List<Entry> told = entries(subjects.of(applicationNo));
        UnaryOperator<Person> known = known(told.stream().map(Entry::person));
        return told.stream().map(entry -> entry.by(known.apply(entry.person()))).toList();
    }

    /** Only its revisions. @throws NotOnRecord if there is no such application */
    @Transactional(readOnly = true)
    public List<SubmittedRevision> revisions(String applicationNo) {
        List<SubmittedRevision> submitted = revisions.of(subjects.of(applicationNo));
        UnaryOperator<Person> known = known(submitted.stream().flatMap(SubmittedRevision::people));
        return submitted.stream().map(revision -> revision.by(known)).toList();
    }

    /** Only its papers. @throws NotOnRecord if there is no such application */
    @Transactional(readOnly = true)
    public List<PaperOnRecord> papers(String applicationNo) {
        List<PaperOnRecord> uploaded = papers.of(subjects.of(applicationNo));
        UnaryOperator<Person> known = known(uploaded.stream().map(PaperOnRecord::uploadedBy));
        return uploaded.stream().map(paper -> paper.by(known)).toList();
    }

    /** Only its attempts. @throws NotOnRecord if there is no such application */
    @Transactional(readOnly = true)
    public List<Attempt> deductions(String applicationNo) {
        List<Attempt> charged = attempts.of(subjects.of(applicationNo));
        UnaryOperator<Person> known = known(charged.stream().flatMap(Attempt::people));
        return charged.stream().map(attempt -> attempt.by(known)).toList();
    }

    private List<Entry> entries(Subject subject) {
        return chapters.stream()
                .flatMap(chapter -> chapter.of(subject).stream())
                .sorted(Entry.ORDER)
                .toList();
    }

    private UnaryOperator<Person> known(Stream<Person> people) {
        Map<String, Person> byId =
                names.of(people.filter(Objects::nonNull).map(Person::id).toList());
        return person -> person == null ? null : byId.getOrDefault(person.id(), person);
    }
}
