package cn.citybrain.parking.onboarding.process.work;

import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/** Works the external tasks of one topic: one verb, whatever the channel. */
public interface TopicHandler {

    String topic();

    /**
     * Calls the channel, outside of any transaction and at least once: the call must be repeatable.
     *
     * @throws RuntimeException on technical failure: it is tried again, then there is an incident
     */
    Answer work(LockedExternalTask task);
}
