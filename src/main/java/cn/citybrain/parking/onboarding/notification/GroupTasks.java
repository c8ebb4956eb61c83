package cn.citybrain.parking.onboarding.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What only those who know tasks and people can say; asked when collected mails go out. Addresses are in lower case. */
public interface GroupTasks {

    /** The next full hour at which collected mails go out. */
    Instant nextHour(Instant after);

    /** Who may still take each task. One that somebody has taken meanwhile, or that has ended, is left out. */
    Map<String, Set<String>> takers(Collection<String> taskIds);

    /** Of these addresses, those whose owners don't want to be reminded. */
    Set<String> unreminded(Collection<String> addresses);
}
