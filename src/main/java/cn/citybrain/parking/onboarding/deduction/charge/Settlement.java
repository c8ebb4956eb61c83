package cn.citybrain.parking.onboarding.deduction.charge;

import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.GivenNumber;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionContradicted;
import cn.citybrain.parking.onboarding.deduction.DeductionSettled;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.DeductionStep.Kind;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionOrders;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionSteps;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.deduction.ledger.LostTime;
import cn.citybrain.parking.onboarding.deduction.ledger.OutcomeTable;
import cn.citybrain.parking.onboarding.deduction.record.DeductionAftermath;
import cn.citybrain.parking.onboarding.deduction.refund.Disputes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way in which a channel's answer reaches a deduction, whoever brings it: the charge itself, a query or a callback.
 * Twice, late or at the same time: the first definite word decides, what contradicts it is kept.
 */
@Component
public class Settlement {

    /** Who brought the answer. */
    enum Source {
        ANSWER,
        QUERY,
        CALLBACK
    }

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);
    private static final int TRIES = 5;

    private final DeductionTable deductions;
    private final OutcomeTable outcomes;
    private final DeductionOrders orders;
    private final DeductionSteps steps;
    private final DeductionAftermath aftermath;
    private final Disputes disputes;
    private final LostTime lostTime;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Clock clock;

    Settlement(
            DeductionTable deductions,
            OutcomeTable outcomes,
            DeductionOrders orders,
            DeductionSteps steps,
            DeductionAftermath aftermath,
            Disputes disputes,
            LostTime lostTime,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock) {
        this.deductions = deductions;
        this.outcomes = outcomes;
        this.orders = orders;
        this.steps = steps;
        this.aftermath = aftermath;
        this.disputes = disputes;
        this.lostTime = lostTime;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    @Transactional
    public void settle(String outTradeNo, DeductionResult answer, Source source) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Deduction> found = deductions.byOutTradeNo(outTradeNo);
            if (found.isEmpty()) {
                log.warn("{} about unknown deduction {}", source, outTradeNo);
                return;
            }
            Deduction deduction = found.get();
            if (deduction.state() == DeductionState.PREPARED && lostTime.mayHold(deduction)) {
                log.info("{} about deduction {} of the lost time: its gate asks the channel first", source, outTradeNo);
                return;
            }
            if (apply(
                    deduction,
                    Verdict.of(deduction, orders.sent(deduction), answer, source != Source.CALLBACK),
                    source)) {
                return;
            }
        }
        throw new ConcurrencyFailureException("deduction " + outTradeNo + " changes all the time");
    }

    /** It never went out: nothing can have been charged. */
    @Transactional
    public void notSent(Deduction deduction, String code, String reason) {
        if (deduction.state() == DeductionState.PREPARED && outcomes.failed(deduction, code, reason)) {
            steps.add(deduction.id(), Kind.FAILED, "system", words(code, reason));
            announceFailure(deduction, code, reason);
        }
    }

    /** False if somebody else changed the row meanwhile. */
    private boolean apply(Deduction deduction, Verdict verdict, Source source) {
        if (verdict instanceof Verdict.Success success) {
            return outcomes.succeeded(deduction, success.answer()) && succeed(deduction, success, source);
        } else if (verdict instanceof Verdict.Failure failure) {
            return outcomes.failed(deduction, failure.code(), failure.reason())
                    && count(source)
                    && fail(deduction, failure, source);
        } else if (verdict instanceof Verdict.Dispute dispute) {
            Instant ask = source == Source.CALLBACK ? clock.instant() : null;
            return outcomes.disputed(deduction, dispute.answer(), dispute.why(), ask)
                    && dispute(deduction, dispute, source);
        } else if (verdict instanceof Verdict.Confirmation confirmation) {
            return confirm(deduction, confirmation, source);
        } else if (verdict instanceof Verdict.StillUndecided still) {
            return outcomes.undecided(deduction, still.state(), still.note())
                    && note(deduction, Kind.ANSWERED, still.note(), source);
        } else if (verdict instanceof Verdict.Numbered numbered) {
            return outcomes.numbered(deduction, numbered.transactionNo())
                    && note(deduction, Kind.ANSWERED, "渠道补充给出交易号 " + numbered.transactionNo(), source);
        } else if (verdict instanceof Verdict.Contradiction contradiction) {
            disputes.doubt(deduction.id());
            return contradict(deduction, contradiction.text(), source);
        }
        return true;
    }

    private boolean succeed(Deduction deduction, Verdict.Success success, Source source) {
        note(deduction, Kind.SUCCEEDED, "渠道确认扣款成功，" + number(success.answer()), source);
        aftermath.succeeded(deduction);
        events.publishEvent(new DeductionSettled(deduction.bindingId(), deduction.id()));
        return count(source);
    }

    private boolean fail(Deduction deduction, Verdict.Failure failure, Source source) {
        note(deduction, Kind.FAILED, words(failure.code(), failure.reason()), source);
        announceFailure(deduction, failure.code(), failure.reason());
        return true;
    }

    private void announceFailure(Deduction deduction, String code, String reason) {
        aftermath.failed(deduction, code, reason);
        events.publishEvent(new DeductionSettled(deduction.bindingId(), deduction.id()));
    }

    private static String number(DeductionResult.Succeeded answer) {
        return GivenNumber.of("交易号", answer.transactionNo());
    }

    private static String words(String code, String reason) {
        return reason + "（" + code + "）";
    }

    private boolean dispute(Deduction deduction, Verdict.Dispute dispute, Source source) {
        note(deduction, Kind.DISPUTED, dispute.why() + "，" + number(dispute.answer()), source);
        if (deduction.state() == DeductionState.FAILED || deduction.abandoned()) {
            events.publishEvent(new DeductionContradicted(deduction.bindingId(), deduction.id(), dispute.why()));
        } else {
            events.publishEvent(new DeductionSettled(deduction.bindingId(), deduction.id()));
        }
        return count(source);
    }

    /** False if somebody else changed the row meanwhile. While money goes back the amount stays; another word is kept. */
    private boolean confirm(Deduction deduction, Verdict.Confirmation told, Source source) {
        boolean asBefore = told.amount() == deduction.chargedAmount();
        if (outcomes.confirmed(deduction, told.amount(), told.transactionNo(), told.text())) {
            disputes.settled(deduction.id());
            return asBefore
                    ? note(deduction, Kind.ANSWERED, told.text(), source)
                    : contradict(deduction, told.text(), source);
        }
        return disputes.moneyGoesBack(deduction.id()) && (asBefore || contradict(deduction, told.text(), source));
    }

    private boolean contradict(Deduction deduction, String text, Source source) {
        note(deduction, Kind.CONTRADICTED, text, source);
        events.publishEvent(new DeductionContradicted(deduction.bindingId(), deduction.id(), text));
        return true;
    }

    private boolean note(Deduction deduction, Kind kind, String text, Source source) {
        steps.add(deduction.id(), kind, "channel", text, source.name());
        return true;
    }

    /** What a query decided was not told by a callback, or not yet. */
    private boolean count(Source source) {
        meters.counter("onboarding.deductions.decided", "by", source.name()).increment();
        if (source == Source.QUERY) {
            meters.counter("onboarding.callbacks.missed").increment();
        }
        return true;
    }
}
