package cn.citybrain.parking.onboarding.seal.chain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Chains all the time, on every node; one that comes while another is at it leaves it to that one. */
@Component
class ChainSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(ChainSchedule.class);
    /** Pages of a baseline between two looks at the facts. */
    private static final int PAGES = 20;

    private final Chainer chainer;
    private final Baseline baseline;

    ChainSchedule(Chainer chainer, Baseline baseline) {
        this.chainer = chainer;
        this.baseline = baseline;
    }

    @Scheduled(fixedDelayString = "${onboarding.seal.interval:1s}")
    void chain() {
        try {
            chainer.chainIfFree();
            for (int page = 0; page < PAGES && baseline.advance(); page++) {
                LOG.debug("baseline: page {}", page);
            }
        } catch (ConcurrencyFailureException another) {
            LOG.debug("another node is chaining", another);
        }
    }
}
