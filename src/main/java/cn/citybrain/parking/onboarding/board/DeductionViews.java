package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.board.BindingView.DeductionView;
import cn.citybrain.parking.onboarding.board.BindingView.Dispute;
import cn.citybrain.parking.onboarding.board.BindingView.RefundView;
import cn.citybrain.parking.onboarding.board.BindingView.Step;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionStep;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionSteps;
import cn.citybrain.parking.onboarding.deduction.refund.Disputes;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A deduction in words, with its history and its refund. */
@Component
class DeductionViews {

    private static final Pattern DECLINED = Pattern.compile("由 (\\S+) 退回");

    private final DeductionSteps steps;
    private final Refunds refunds;
    private final Disputes disputes;
    private final CompanyPeople people;

    DeductionViews(DeductionSteps steps, Refunds refunds, Disputes disputes, CompanyPeople people) {
        this.steps = steps;
        this.refunds = refunds;
        this.disputes = disputes;
        this.people = people;
    }

    DeductionView of(Deduction deduction) {
        List<DeductionStep> taken = steps.of(deduction.id());
        Map<String, String> names =
                people.names(taken.stream().map(DeductionStep::actor).toList());
        List<Step> history = taken.stream()
                .map(step -> new Step(step.kind().name(), names.get(step.actor()), step.text(), step.at()))
                .toList();
        return new DeductionView(
                deduction.id(),
                deduction.billNo(),
                deduction.outTradeNo(),
                deduction.amount(),
                deduction.state().name(),
                deduction.words(),
                deduction.note(),
                deduction.transactionNo(),
                deduction.chargedAmount(),
                deduction.reason(),
                deduction.sentAt(),
                deduction.decidedAt(),
                deduction.nextQueryAt(),
                history,
                dispute(deduction),
                refunds.of(deduction.id()).stream().findFirst().map(this::view).orElse(null));
    }

    private Dispute dispute(Deduction deduction) {
        Optional<String> obstacle = disputes.obstacle(deduction);
        return deduction.disputed() ? new Dispute(obstacle.isEmpty(), deduction.inDoubt(), obstacle.orElse("")) : null;
    }

    RefundView view(Refund refund) {
        Map<String, String> names = people.names(Arrays.asList(refund.requestedBy(), refund.approvedBy()));
        return new RefundView(
                refund.id(),
                refund.amount(),
                refund.reason(),
                refund.state().name(),
                refund.state().words(),
                names.get(refund.requestedBy()),
                names.get(refund.approvedBy()),
                note(refund));
    }

    /** Who declined it stands there by their id. */
    private String note(Refund refund) {
        Matcher declined = DECLINED.matcher(refund.note());
        return declined.matches() ? "由 " + people.name(declined.group(1)) + " 退回" : refund.note();
    }
}
