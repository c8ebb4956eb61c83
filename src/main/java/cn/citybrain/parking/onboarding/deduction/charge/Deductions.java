package cn.citybrain.parking.onboarding.deduction.charge;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionSettings;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.ToBeSent;
import cn.citybrain.parking.onboarding.deduction.DeductionStep.Kind;
import cn.citybrain.parking.onboarding.deduction.ledger.Clarifications;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionSteps;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.deduction.vehicle.VisitBeingTold;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The life of deductions: at most one charge per bill, and a success only in the channel's own words. */
@NamedInterface("services")
@Component
public class Deductions {

    private final DeductionTable table;
    private final Clarifications clarifications;
    private final DeductionSteps steps;
    private final DeductionPreparation preparation;
    private final DeductionSending sending;
    private final DeductionQuery query;
    private final DeductionSettings settings;
    private final Clock clock;

    Deductions(
            DeductionTable table,
            Clarifications clarifications,
            DeductionSteps steps,
            DeductionPreparation preparation,
            DeductionSending sending,
            DeductionQuery query,
            DeductionSettings settings,
            Clock clock) {
        this.table = table;
        this.clarifications = clarifications;
        this.steps = steps;
        this.preparation = preparation;
        this.sending = sending;
        this.query = query;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Does the next right thing for a bill: prepares and sends, or asks. Remote; each local step is committed before the
     * call that follows. Can be called by several nodes at once, and again after a crash at any point.
     *
     * @throws IllegalStateException if the bill is not one that this binding's test may charge
     * @throws cn.citybrain.parking.onboarding.channel.ChannelException before anything was sent
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public DeductionStatus advance(long bindingId, long billId) {
        Deduction deduction = table.ofBill(billId).orElseGet(() -> preparation.prepare(bindingId, billId));
        if (deduction.bindingId() != bindingId) {
            throw new IllegalStateException("bill " + billId + " is charged for binding " + deduction.bindingId());
        }
        try {
            act(deduction);
        } catch (VisitBeingTold notYet) {
            // nothing was sent: as it stands, and again in a moment
        }
        return DeductionStanding.of(table.byId(deduction.id()).orElseThrow(), clock.instant());
    }

    private void act(Deduction deduction) {
        if (deduction.state() == DeductionState.PREPARED) {
            sending.send(deduction);
        } else if (deduction.state().undecided() && !deduction.exhausted(clock.instant())) {
            query.ask(deduction, DeductionQuery.Caller.ACT);
        }
    }

    /**
     * Asks what became of a bill's deduction, if it is time. Remote. Never sends: what the channel never saw, and may go out
     * again, is {@link ToBeSent}, which {@link #advance} does.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public DeductionStatus ask(long bindingId, long billId) {
        Optional<Deduction> sent = table.ofBill(billId)
                .filter(found -> found.bindingId() == bindingId && found.state() != DeductionState.PREPARED);
        if (sent.isEmpty() || askOnly(sent.get())) {
            return new ToBeSent();
        }
        return DeductionStanding.of(table.byId(sent.get().id()).orElseThrow(), clock.instant());
    }

    /** True if it may go out again. */
    private boolean askOnly(Deduction deduction) {
        return deduction.state().undecided()
                && !deduction.exhausted(clock.instant())
                && query.ask(deduction, DeductionQuery.Caller.WAIT);
    }

    /** Whether the newest attempt to charge a bill may have left us. */
    public boolean sent(long billId) {
        return table.ofBill(billId)
                .filter(deduction -> deduction.state() != DeductionState.PREPARED)
                .isPresent();
    }

    /** A supervisor has the task to clear a bill's deduction with the channel. */
    @Transactional
    public void withSupervisor(long billId) {
        clarifications.handToSupervisor(billId, clock.instant());
    }

    /** A supervisor lets the queries go on. */
    @Transactional
    public void waitLonger(long bindingId, String by) {
        Deduction deduction = undecided(bindingId);
        Instant now = clock.instant();
        if (!clarifications.extend(deduction, now, now.plus(settings.giveUpAfter()))) {
            throw new IllegalStateException("扣款状态刚刚变化，请刷新后再操作");
        }
        steps.add(deduction.id(), Kind.WAIT_LONGER, by, "继续等待渠道结果");
    }

    /** A supervisor gives the undecided test up. A success that shows up later is disputed, to be refunded. Repeatable. */
    @Transactional
    public void abandon(long bindingId, String by, String reason) {
        Deduction deduction = table.latest(bindingId).orElseThrow(Deductions::nothingUndecided);
        if (deduction.abandoned()) {
            return;
        }
        if (!clarifications.abandon(undecided(bindingId), by, clock.instant())) {
            throw new IllegalStateException("扣款状态刚刚变化，请刷新后再操作");
        }
        steps.add(deduction.id(), Kind.ABANDONED, by, "放弃本次测试：" + reason);
    }

    /** The newest deduction of a binding. */
    public Optional<Deduction> latest(long bindingId) {
        return table.latest(bindingId);
    }

    /** The newest deduction of each of these bindings that has any, by binding. */
    public Map<Long, Deduction> latest(Collection<Long> bindingIds) {
        return table.latest(bindingIds).stream().collect(Collectors.toMap(Deduction::bindingId, Function.identity()));
    }

    /** Newest first. */
    public List<Deduction> of(long bindingId) {
        return table.of(bindingId);
    }

    public Optional<Deduction> byId(long deductionId) {
        return table.byId(deductionId);
    }

    /** Whether money may be on its way: a test that is in this state must not be ended. */
    public boolean underWay(long bindingId) {
        return table.undecided(bindingId).isPresent();
    }

    /** How many deductions from before a moment nobody knows the outcome of and nobody gave up. */
    public int undecidedFrom(Instant before) {
        return table.undecidedFrom(before);
    }

    /** Whether there is an attempt with this number at this channel. */
    public boolean known(String outTradeNo, String channel) {
        return table.byOutTradeNo(outTradeNo)
                .filter(deduction -> deduction.channel().equals(channel))
                .isPresent();
    }

    /** Whether the newest attempt to charge a bill has its outcome. */
    public boolean settled(long billId) {
        return table.ofBill(billId)
                .filter(deduction -> !deduction.state().undecided())
                .isPresent();
    }

    private Deduction undecided(long bindingId) {
        return table.undecided(bindingId)
                .filter(found -> found.state() != DeductionState.PREPARED)
                .orElseThrow(Deductions::nothingUndecided);
    }

    private static IllegalStateException nothingUndecided() {
        return new IllegalStateException("该停车场没有结果未知的扣款");
    }
}
