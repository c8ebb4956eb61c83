package cn.citybrain.parking.onboarding.merchant;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lot bindings and their life. Every change is one UPDATE that names the states it may come from, so two nodes
 * cannot both make it.
 */
@Component
public class LotBindings {

    private final JdbcClient jdbc;
    private final LotChoice choice;
    private final Clock clock;

    LotBindings(JdbcClient jdbc, LotChoice choice, Clock clock) {
        this.jdbc = jdbc;
        this.choice = choice;
        this.clock = clock;
    }

    /**
     * Freezes the list of an application's lots. Called again with the same lots it returns the same bindings.
     *
     * @throws BindingRefused naming the lot and the reason
     */
    @Transactional
    public List<LotBinding> bind(String applicationNo, List<String> lotCodes) {
        choice.freeze(applicationNo, lotCodes);
        return ofApplication(applicationNo);
    }

    /**
     * Adds a lot to an account that is open already (增加停车场), behind those bound before. One that was refused or withdrawn
     * comes back so: with a binding of its own, under which the channel and the test begin anew.
     *
     * @throws BindingRefused naming the lot and the reason
     */
    @Transactional
    public LotBinding add(String applicationNo, String lotCode) {
        return byId(choice.append(applicationNo, lotCode)).orElseThrow();
    }

    /** Why a lot cannot be bound at a channel for this application; empty if it can. Chinese, names the lot. */
    public Optional<String> obstacle(String lotCode, String channel, String applicationNo) {
        return choice.obstacle(lotCode, channel, applicationNo);
    }

    public Optional<LotBinding> byId(long id) {
        return jdbc.sql(LotBindingRow.SELECT + "WHERE b.id = ?")
                .param(id)
                .query(LotBindingRow::map)
                .optional();
    }

    public List<LotBinding> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(LotBindingRow.SELECT + "WHERE b.id IN (:ids) ORDER BY b.id")
                        .param("ids", ids)
                        .query(LotBindingRow::map)
                        .list();
    }

    /** How many of the lots of each of these applications are in each state. */
    public Map<String, Map<BindingState, Integer>> progress(Collection<String> applications) {
        Map<String, Map<BindingState, Integer>> progress = new HashMap<>();
        if (!applications.isEmpty()) {
            jdbc.sql(
                            "SELECT application_no, state, count(*) AS lots FROM lot_binding WHERE application_no IN (:numbers)"
                                    + " GROUP BY application_no, state")
                    .param("numbers", applications)
                    .query((row, n) -> progress.computeIfAbsent(
                                    row.getString("application_no"), no -> new EnumMap<>(BindingState.class))
                            .put(BindingState.valueOf(row.getString("state")), row.getInt("lots")))
                    .list();
        }
        return progress;
    }

    /** Lets nobody else, on any node, move it until the transaction ends; waits for who does so now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long id) {
        jdbc.sql("SELECT id FROM lot_binding WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** In the order of their positions; a lot that came back is there once for each time. */
    public List<LotBinding> ofApplication(String applicationNo) {
        return jdbc.sql(LotBindingRow.SELECT + "WHERE b.application_no = ? ORDER BY b.list_position")
                .param(applicationNo)
                .query(LotBindingRow::map)
                .list();
    }

    /** Every binding that a lot ever had, newest first. */
    public List<LotBinding> of(String lotCode) {
        return jdbc.sql(LotBindingRow.SELECT + "WHERE l.code = ? ORDER BY b.id DESC")
                .param(lotCode)
                .query(LotBindingRow::map)
                .list();
    }

    /** What a company's lots are bound to and have not given up, by lot. */
    public List<LotBinding> openOfMerchant(long merchantId) {
        return jdbc.sql(LotBindingRow.SELECT
                        + "WHERE l.merchant_id = ? AND b.state <> 'WITHDRAWN' ORDER BY l.code, b.id")
                .param(merchantId)
                .query(LotBindingRow::map)
                .list();
    }

    /** Every binding that these lots ever had, newest first. */
    public List<LotBinding> ofLots(Collection<String> lotCodes) {
        if (lotCodes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(LotBindingRow.SELECT + "WHERE l.code IN (:codes) ORDER BY b.id DESC")
                .param("codes", lotCodes)
                .query(LotBindingRow::map)
                .list();
    }

    /** Id of the binding at a position of the frozen list. */
    public long idAt(String applicationNo, int position) {
        return jdbc.sql("SELECT id FROM lot_binding WHERE application_no = ? AND list_position = ?")
                .params(applicationNo, position)
                .query(Long.class)
                .single();
    }

    /** The channel took the registration in under this number, its consent is to come. Stays CONFIGURED. */
    @Transactional
    public void pending(long id, String reference) {
        change(id, "channel_reference = ?", List.of(reference), "CONFIGURED");
    }

    /** CONFIGURED → REGISTERED. */
    @Transactional
    public void registered(long id, String reference, String channelLotId) {
        change(
                id,
                "state = 'REGISTERED', channel_reference = ?, channel_lot_id = ?",
                List.of(reference, channelLotId),
                "CONFIGURED");
    }

    /** REGISTERED → TESTING. */
    @Transactional
    public void testing(long id) {
        change(id, "state = 'TESTING'", List.of(), "REGISTERED");
    }

    /**
     * TESTING → LIVE: written when the channel confirmed the test deduction, never otherwise.
     *
     * @throws IllegalStateException also if somebody has given the lot up meanwhile
     */
    @Transactional
    public void live(long id, Instant at) {
        changeIf(
                "withdrawal_requested_at IS NULL",
                id,
                "state = 'LIVE', live_at = ?",
                List.of(SqlTime.of(at)),
                "TESTING");
    }

    /** A binding that is not live → WITHDRAWN; the lot is free for another. */
    @Transactional
    public void withdrawn(long id) {
        change(
                id,
                "state = 'WITHDRAWN', active_key = NULL, withdrawn_at = ?",
                List.of(SqlTime.of(clock.instant())),
                "CONFIGURED",
                "REGISTERED",
                "TESTING");
    }

    /** Notes that somebody gives the lot up; the process ends it when no deduction is under way. First request counts. */
    @Transactional
    public void requestWithdrawal(long id, String by, String reason) {
        if (withdrawalRequested(id)) {
            return;
        }
        change(
                id,
                "withdrawal_requested_at = ?, withdrawal_requested_by = ?, withdrawal_reason = ?",
                List.of(SqlTime.of(clock.instant()), by, reason),
                "CONFIGURED",
                "REGISTERED",
                "TESTING");
    }

    /** As {@link #requestWithdrawal}, because the channel refused the lot. */
    @Transactional
    public void giveUpRefused(long id, String by, String reason) {
        requestWithdrawal(id, by, reason);
        change(id, "refused_by_channel = TRUE", List.of(), "CONFIGURED");
    }

    /** For the models: whether the channel confirmed the lot's test deduction. */
    public boolean isLive(long id) {
        return byId(id).orElseThrow().state() == BindingState.LIVE;
    }

    /** For the models: whether the lot was given up because the channel refused it. */
    public boolean refusedByChannel(long id) {
        return byId(id).orElseThrow().refusedByChannel();
    }

    public boolean withdrawalRequested(long id) {
        return byId(id).orElseThrow().withdrawalRequestedAt() != null;
    }

    private void change(long id, String assignments, List<?> values, String... from) {
        changeIf("TRUE", id, assignments, values, from);
    }

    private void changeIf(String condition, long id, String assignments, List<?> values, String... from) {
        int changed = jdbc.sql("UPDATE lot_binding SET " + assignments + " WHERE id = ? AND " + condition
                        + " AND state IN ('" + String.join("', '", from) + "')")
                .params(values)
                .param(id)
                .update();
        if (changed == 0) {
            throw new IllegalStateException("停车场绑定 " + id + " 目前的状态不允许此操作: "
                    + byId(id).map(LotBinding::state).map(Enum::name).orElse("不存在") + "，需要 " + String.join("/", from));
        }
    }
}
