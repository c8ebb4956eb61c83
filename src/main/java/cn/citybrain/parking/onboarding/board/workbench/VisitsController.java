package cn.citybrain.parking.onboarding.board.workbench;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.exchange.AnswersTo;
import cn.citybrain.parking.onboarding.channel.exchange.AnswersTo.Answer;
import cn.citybrain.parking.onboarding.channel.inbox.NoticesAbout;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.ledger.VisitCharges;
import cn.citybrain.parking.onboarding.deduction.record.VisitNumbers;
import cn.citybrain.parking.onboarding.deduction.record.VisitNumbers.Known;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.parking.message.LotMessageLog;
import cn.citybrain.parking.onboarding.parking.message.LotMessageLog.About;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The visits of a lot: what arrived of each, what which channel was told and answered or told by itself, what the lot was told, how the charges stand. Eight statements. */
@RestController
class VisitsController {

    private final Bench bench;
    private final ParkingRecords records;
    private final VisitNumbers numbers;
    private final AnswersTo answers;
    private final NoticesAbout notices;
    private final LotMessageLog messages;
    private final VisitCharges charges;

    VisitsController(
            Bench bench,
            ParkingRecords records,
            VisitNumbers numbers,
            AnswersTo answers,
            NoticesAbout notices,
            LotMessageLog messages,
            VisitCharges charges) {
        this.bench = bench;
        this.records = records;
        this.numbers = numbers;
        this.answers = answers;
        this.notices = notices;
        this.messages = messages;
        this.charges = charges;
    }

    /**
     * @param amount in 分
     * @param charge null where no channel was to charge it
     */
    record BillSeen(String billId, int amount, Instant receivedAt, boolean taken, Charge charge) {}

    /**
     * @param words where it stands, Chinese
     * @param at when it was decided, null before
     */
    record Charge(String channelName, DeductionState state, String words, Instant at) {}

    /** @param act what the channel was told or asked, or told by itself @param words what it said, plates masked */
    record ToldChannel(
            String channelName, String act, String words, String code, Instant at, int repeats, Instant lastAt) {}

    record VisitSeen(
            String uid,
            String plateNo,
            Instant entryTime,
            Instant entryReceivedAt,
            Instant exitTime,
            Instant exitReceivedAt,
            boolean entryPhoto,
            boolean exitPhoto,
            Integer exitFee,
            List<BillSeen> bills,
            List<ToldChannel> channels,
            List<About> messages) {}

    @GetMapping("/api/bindings/{id}/workbench/visits")
    Page<VisitSeen> visits(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String uid,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "10") int size) {
        LotBinding lot = bench.lot(id);
        Wanted wanted = new Wanted("", page, size);
        String one = Bench.asked(uid);
        List<Stay> stays = records.stays(lot.lotCode(), one, wanted.page(), wanted.size());
        return new Page<>(seen(lot, stays), records.count(lot.lotCode(), one), wanted);
    }

    private List<VisitSeen> seen(LotBinding lot, List<Stay> stays) {
        List<String> uids = stays.stream().map(Stay::uid).toList();
        Map<String, List<Answer>> told = told(numbers.of(lot.lotCode(), uids));
        Map<String, List<Bill>> bills =
                records.billsOf(lot.lotCode(), uids).stream().collect(Collectors.groupingBy(Bill::uid));
        Map<String, List<About>> sent = messages.ofVisits(lot.lotCode(), bench.since(lot), uids).stream()
                .collect(Collectors.groupingBy(About::uid));
        Map<Long, Deduction> charged = charges.of(lot.lotCode(), uids);
        UnaryOperator<String> plates = bench.plates(lot);
        return stays.stream()
                .map(stay -> new VisitSeen(
                        stay.uid(),
                        plates.apply(stay.plateNo()),
                        stay.enteredAt(),
                        stay.entryReceivedAt(),
                        stay.leftAt(),
                        stay.exitReceivedAt(),
                        stay.entryPhoto(),
                        stay.exitPhoto(),
                        stay.exitFee(),
                        bills.getOrDefault(stay.uid(), List.of()).stream()
                                .map(bill -> bill(bill, charged.get(bill.id())))
                                .toList(),
                        told.getOrDefault(stay.uid(), List.of()).stream()
                                .map(VisitsController::told)
                                .toList(),
                        sent.getOrDefault(stay.uid(), List.of())))
                .toList();
    }

    /** By visit, oldest first: what a channel answered, and what it told by itself. */
    private Map<String, List<Answer>> told(Map<String, Known> known) {
        Map<String, String> channels = known.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, number -> number.getValue().channel()));
        return Stream.concat(answers.about(known.keySet()).stream(), notices.about(channels).stream())
                .sorted(Comparator.comparing(Answer::at))
                .collect(Collectors.groupingBy(
                        answer -> known.get(answer.subject()).uid()));
    }

    private static BillSeen bill(Bill bill, Deduction charged) {
        return new BillSeen(
                bill.billId(),
                bill.amount(),
                bill.receivedAt(),
                bill.consumedBy() != null,
                charged == null ? null : charge(charged));
    }

    private static Charge charge(Deduction charged) {
        return new Charge(
                Channel.of(charged.channel()).displayName(), charged.state(), charged.words(), charged.decidedAt());
    }

    private static ToldChannel told(Answer answer) {
        return new ToldChannel(
                Channel.of(answer.channel()).displayName(),
                answer.act(),
                answer.words(),
                answer.code(),
                answer.at(),
                answer.repeats(),
                answer.lastAt());
    }
}
