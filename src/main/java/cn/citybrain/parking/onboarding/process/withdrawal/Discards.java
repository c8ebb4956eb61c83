package cn.citybrain.parking.onboarding.process.withdrawal;

import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.life.ApplicationLife;
import cn.citybrain.parking.onboarding.process.work.Correlations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 丢弃 of a draft: nothing of it was submitted, so nobody has to be told. */
@Component
class Discards {

    private final ApplicationLife life;
    private final Correlations correlations;

    Discards(ApplicationLife life, Correlations correlations) {
        this.life = life;
        this.correlations = correlations;
    }

    /**
     * Ends a draft and its process, if it has one; without effect the second time.
     *
     * @throws WrongState if something of it was submitted meanwhile
     */
    @Transactional
    void draft(String no, String by) {
        if (life.discarded(no, by)) {
            correlations.discardDraft(no);
        }
    }
}
