package cn.citybrain.parking.onboarding.seal.proof;

import cn.citybrain.parking.onboarding.seal.DaySeal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * The seals and the end of the chain, at a glance.
 *
 * @param rows newest first
 * @param total of seals
 * @param end of the chain
 * @param publicKeys Base64 of the X.509 form, by key id
 */
@NamedInterface("services")
public record SealOverview(List<Row> rows, long total, int page, int size, End end, Map<String, String> publicKeys) {

    /** @param stands whether its signature holds and the chain is the one that it sealed */
    public record Row(DaySeal seal, boolean stands) {}

    /**
     * @param blocks in the chain
     * @param at when the last one was chained; null: none yet
     * @param waiting facts that are not in the chain yet, as of now
     * @param stands whether a node signed it
     * @param settling tables whose earlier rows are not all in the chain yet, see {@code Baseline}
     */
    public record End(long blocks, Instant at, long waiting, boolean stands, List<String> settling) {}
}
