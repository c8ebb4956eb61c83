package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.key.AccessKeys.LotKey;
import cn.citybrain.parking.onboarding.parking.trace.Arrived;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Writes into a lot's traffic what was sent under its accessID by somebody who could not prove it. After the answer: its time
 * would say that there is such a lot. Of a flood the first thousand that wait are written, the others are counted in the log.
 */
@Component
class UnprovenCalls implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UnprovenCalls.class);
    private static final int WAITING = 1000;
    private static final int SECONDS_TO_END = 10;

    private final LotTraffic traffic;
    private final ThreadPoolExecutor later;
    private long left;

    UnprovenCalls(LotTraffic traffic) {
        this.traffic = traffic;
        this.later = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING), this::daemon, (work, pool) -> leave());
        later.allowCoreThreadTimeOut(true);
    }

    private Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "unproven-calls");
        thread.setDaemon(true);
        return thread;
    }

    /** @param named none for an accessID that nobody registered */
    void note(List<LotKey> named, String call, int resultCode, String sentence) {
        later.execute(() -> named.forEach(key -> write(key.lotCode(), call, resultCode, sentence)));
    }

    private void write(String lotCode, String call, int resultCode, String sentence) {
        try {
            traffic.refused(lotCode, Arrived.unproven(call), resultCode, sentence);
        } catch (RuntimeException e) {
            LOG.error("what was refused under a lot's accessID could not be written down", e);
        }
    }

    private synchronized void leave() {
        left++;
        if (left % WAITING == 1) {
            LOG.warn("{} refused requests of unproven senders were not written down: too many at once", left);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        later.shutdown();
        later.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
    }
}
