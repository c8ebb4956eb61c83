package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.process.answer.AnswerSweep;
import cn.citybrain.parking.onboarding.process.work.ExternalTaskWorker;

/** All that a node does at the channels by itself: it acts, and asks for what is awaited. */
public record ChannelWork(ExternalTaskWorker acts, AnswerSweep questions) {

    /** Does all that is due in this thread, what follows from it included. Returns how many calls there were. */
    public int runOnce() {
        int all = 0;
        for (int some = once(); some > 0; some = once()) {
            all += some;
        }
        return all;
    }

    private int once() {
        return acts.runOnce() + questions.runOnce();
    }
}
