package cn.citybrain.parking.onboarding.audit.retention;

import java.time.Instant;
import java.util.List;

/** Removes one kind of data that is about no application. */
interface AgedRemover {

    DataKind kind();

    /**
     * Within a transaction.
     *
     * @param limit about how many rows at most
     * @return which rows it emptied or deleted; none if nothing is left
     */
    List<RemovedRow> remove(Instant before, int limit);
}
