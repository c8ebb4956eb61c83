package cn.citybrain.parking.onboarding.turn;

import java.time.Instant;

/**
 * Whose turn it is, as one reader is told.
 *
 * @param who whose turn it is, in Chinese; empty for nobody
 * @param text what comes next, in Chinese, in this reader's words
 * @param since when it began, null if not known
 * @param until when it is due or the answer is expected, null if nobody knows
 * @param late whether that is over
 * @param overdue since when it is late and who deals with that, in Chinese; null if it was not reported
 * @param mine whether this reader is asked to do it
 * @param trouble whether an incident of ours stops it
 * @param task what this reader opens for it, null where there is none or it is not theirs
 * @param incident the stopped instance, for those who see to it; else null
 */
public record SeenTurn(
        String who,
        String text,
        Instant since,
        Instant until,
        boolean late,
        String overdue,
        boolean mine,
        boolean trouble,
        String task,
        String incident) {

    /** Told of an application's lots: some of them wait for this reader. */
    SeenTurn with(LotTasks.Own own) {
        String told = text + "。其中 " + own.lots() + " 个等您办理";
        return new SeenTurn(who, told, since, until, late, overdue, true, trouble, own.first(), incident);
    }
}
