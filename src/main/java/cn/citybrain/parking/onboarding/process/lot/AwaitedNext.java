package cn.citybrain.parking.onboarding.process.lot;

import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/** Whether an act only acts: its property {@code answer} is {@code awaited}, by the step that follows. Older versions wait in the act. */
final class AwaitedNext {

    private AwaitedNext() {}

    static boolean by(LockedExternalTask act) {
        return "awaited".equals(act.getExtensionProperties().get("answer"));
    }
}
