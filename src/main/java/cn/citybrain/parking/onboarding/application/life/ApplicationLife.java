package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The turns of an application once its lots are chosen, and how it ends before: withdrawn, forgotten or discarded. Each throws
 * {@link WrongState} where the state does not allow it.
 */
@NamedInterface("services")
@Component
public class ApplicationLife {

    private final ApplicationRows rows;
    private final Endings endings;

    ApplicationLife(ApplicationRows rows, Endings endings) {
        this.rows = rows;
        this.endings = endings;
    }

    /** → TESTING. */
    @Transactional
    public void testing(String no) {
        move(no, ApplicationState.TESTING);
    }

    /** → DONE. */
    @Transactional
    public void done(String no) {
        move(no, ApplicationState.DONE);
    }

    /** → PARTLY_DONE: not every lot went live. */
    @Transactional
    public void partlyDone(String no) {
        move(no, ApplicationState.PARTLY_DONE);
    }

    /** → LOTS_REFUSED: no lot went live, the channel refused some; the receiving account is closed. */
    @Transactional
    public void lotsRefused(String no, String reason) {
        endings.end(no, ApplicationState.LOTS_REFUSED, rows.byNo(no).channel(), reason);
    }

    /** → WITHDRAWN; an account that is not live is closed. */
    @Transactional
    public void withdrawn(String no, String by, String reason) {
        endings.end(no, ApplicationState.WITHDRAWN, by, reason);
    }

    /** → EXPIRED: nobody went on with it; the receiving account is closed. */
    @Transactional
    public void expired(String no, String by, String reason) {
        endings.end(no, ApplicationState.EXPIRED, by, reason);
    }

    /**
     * A draft → DISCARDED.
     *
     * @return false if it was discarded before
     * @throws WrongState if something of it was submitted: that is withdrawn
     */
    @Transactional
    public boolean discarded(String no, String by) {
        Application application = rows.locked(no);
        if (application.state() == ApplicationState.DISCARDED) {
            return false;
        }
        if (!application.isDraft()) {
            throw new WrongState("申请 " + no + " 目前是「" + application.state().title() + "」，已经不是草稿，不能丢弃；不想继续的请撤回");
        }
        endings.end(no, ApplicationState.DISCARDED, by, "");
        return true;
    }

    private void move(String no, ApplicationState to) {
        rows.move(no, to, ", channel_link = NULL, expected_at = NULL");
    }
}
