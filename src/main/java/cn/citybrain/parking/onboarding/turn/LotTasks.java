package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Actor;
import java.util.Collection;
import java.util.Map;

/** Port: the tasks of applications' lots that somebody has or may claim. */
public interface LotTasks {

    /** @param lots how many lots have one @param first id of the one that is due first */
    record Own(int lots, String first) {}

    /** By the application's number, where there are any. One statement. */
    Map<String, Own> of(Actor actor, Collection<String> applications);
}
