package cn.citybrain.parking.onboarding.turn;

import java.time.Instant;
import java.util.Set;

/**
 * Whose turn it is, and what for.
 *
 * @param doers ids of the groups whose members may do it; empty where no person is waited for
 * @param task what to open for it, null where there is no task
 * @param since when it began, null if not known
 * @param until when it is due, or when the answer is expected; null if nobody knows
 * @param overdue since when it is late and who deals with that, in Chinese; null if it was not reported
 * @param stopped the instance that an incident of ours stops; null if nothing is stopped
 * @param aside whether it is of no interest to who may not do it, because another turn tells of it
 */
public record Turn(
        Whose whose,
        Words words,
        Set<String> doers,
        Task task,
        Instant since,
        Instant until,
        String overdue,
        String stopped,
        boolean aside) {

    public Turn {
        doers = Set.copyOf(doers);
    }

    /** @param assignee who has it, null while anybody of the groups may take it */
    public record Task(String id, String name, String assignee) {}

    /** Something that goes on without people, or that nobody has to do. */
    static Turn quiet(Whose whose, String text, Instant since) {
        return new Turn(whose, Words.same(text), Set.of(), null, since, null, null, null, false);
    }

    Turn until(Instant moment) {
        return new Turn(whose, words, doers, task, since, moment, overdue, stopped, aside);
    }

    Turn overdue(String note) {
        return new Turn(whose, words, doers, task, since, until, note, stopped, aside);
    }

    Turn saying(Words others) {
        return new Turn(whose, others, doers, task, since, until, overdue, stopped, aside);
    }
}
