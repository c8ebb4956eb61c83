package cn.citybrain.parking.onboarding.seal;

import java.util.Collection;
import java.util.Set;

/** Port: which rows were removed or emptied because their time was over. */
public interface RemovalNotices {

    /** Those of these rows that a notice names. */
    Set<String> noticed(String table, Collection<String> keys);
}
