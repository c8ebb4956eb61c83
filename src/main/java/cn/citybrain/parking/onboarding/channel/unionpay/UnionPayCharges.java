package cn.citybrain.parking.onboarding.channel.unionpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.charge.Charges;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.ChargedFacts;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.channel.wire.BeijingTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * 40001, 40301 and the assumed query 90401. A repeated 40001 can charge, so it never serves as a query. {@code MerDate} is
 * part of an order's identity: it is kept before the first send, and a resend after midnight is still the same order.
 */
final class UnionPayCharges implements Charges {

    /** How many days after a vehicle left its order may have gone out first. */
    private static final int DAYS = 3;

    /** Assumed: later than this after sending, "unknown transaction" is believed. */
    static final Duration SETTLE_TIME = Duration.ofSeconds(60);

    private static final String MER_DATE = "merDate";

    /** It says that the money is back, and gives its refunds no number. */
    private static final RefundResult GIVEN_BACK = new RefundResult.Refunded("");

    private static final RefundResult NO_DAY = new RefundResult.Unknown("还不知道这笔扣款在银联的日期");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(BeijingTime.ZONE);

    private final UnionPayWire wire;
    private final ChannelReferences references;
    private final Clock clock;

    UnionPayCharges(UnionPayWire wire, ChannelReferences references, Clock clock) {
        this.wire = wire;
        this.references = references;
        this.clock = clock;
    }

    @Override
    public DeductionResult deduct(DeductionOrder order) {
        Visit visit = order.visit();
        String merDate = references.keep(Channel.UNIONPAY, order.outTradeNo(), MER_DATE, DAY.format(clock.instant()));
        Map<String, String> fields = UnionPayLots.fields(visit.lot());
        fields.put("OutTradeNo", order.outTradeNo());
        fields.put("MerDate", merDate);
        fields.put("CarNo", visit.plate().number());
        fields.put("InTime", UnionPayWire.TIME.text(visit.enteredAt()));
        fields.put("OutTime", UnionPayWire.TIME.text(visit.leftAt()));
        fields.put("Amount", Integer.toString(order.amount()));
        fields.put("PayAmount", Integer.toString(order.amount()));
        fields.put("NoticeUrl", wire.settings().notifyUrl());
        return decision(
                order, wire.kept(order.outTradeNo(), "40001", visit.lot().channelAccount(), fields));
    }

    private DeductionResult decision(DeductionOrder order, UnionPayAnswer answer) {
        if (answer.is("00", "53", "55")) {
            // UnionPay echoes nothing here, neither number nor time: the kept order proves the rest, 90501 brings the
            // number
            return new DeductionResult.Succeeded("", null, ChargedFacts.of(order.outTradeNo(), null, null));
        }
        if (answer.is("09")) {
            return new DeductionResult.Pending();
        }
        return answer.notCharged()
                ? new DeductionResult.Failed(answer.code(), answer.words())
                : new DeductionResult.Unknown("银联应答 " + answer.code() + "：" + answer.words());
    }

    @Override
    public DeductionResult deduction(DeductionOrder order) {
        return references
                .find(Channel.UNIONPAY, order.outTradeNo(), MER_DATE)
                .map(merDate -> query(order, merDate))
                .orElseGet(() -> queryEveryDay(order));
    }

    private DeductionResult query(DeductionOrder order, String merDate) {
        UnionPayAnswer answer = state(order, merDate);
        if (answer.is("29")) {
            return new DeductionResult.NeverSeen();
        }
        return answer.is("00")
                ? result(order.outTradeNo(), answer.fields())
                : new DeductionResult.Unknown("银联应答 " + answer.code() + "：" + answer.words());
    }

    /**
     * A restored backup may not know on which day the order went out, and the day is part of its identity: another day
     * would be another order. It cannot have been before the vehicle left, nor long after.
     */
    private DeductionResult queryEveryDay(DeductionOrder order) {
        LocalDate left = order.visit().leftAt().atZone(BeijingTime.ZONE).toLocalDate();
        LocalDate today = clock.instant().atZone(BeijingTime.ZONE).toLocalDate();
        for (LocalDate day = left; !day.isAfter(today) && day.isBefore(left.plusDays(DAYS)); day = day.plusDays(1)) {
            String merDate = DAY.format(day);
            DeductionResult found = query(order, merDate);
            if (!(found instanceof DeductionResult.NeverSeen)) {
                keepUnlessUnknown(order, merDate, found);
                return found;
            }
        }
        return new DeductionResult.NeverSeen();
    }

    private void keepUnlessUnknown(DeductionOrder order, String merDate, DeductionResult found) {
        if (!(found instanceof DeductionResult.Unknown)) {
            references.keep(Channel.UNIONPAY, order.outTradeNo(), MER_DATE, merDate);
        }
    }

    /** What a verified answer or callback says about a deduction. */
    DeductionResult result(String outTradeNo, Map<String, String> said) {
        if (!outTradeNo.equals(said.get("OutTradeNo")) || otherDay(outTradeNo, said.getOrDefault("MerDate", ""))) {
            return new DeductionResult.Unknown("银联的应答属于另一笔扣款");
        }
        return switch (said.getOrDefault("OrderState", "")) {
            case "SUCCESS", "REFUNDED" -> succeeded(outTradeNo, said);
            case "FAILED", "CLOSED" ->
                new DeductionResult.Failed(said.get("OrderState"), said.getOrDefault("ResultMsg", "银联没有扣款成功"));
            case "PROCESSING" -> new DeductionResult.Pending();
            default -> new DeductionResult.Unknown("银联给出了未知的订单状态");
        };
    }

    /** Number and day together are an order: the same number of another day is another one. */
    private boolean otherDay(String outTradeNo, String told) {
        return !told.isEmpty()
                && references
                        .find(Channel.UNIONPAY, outTradeNo, MER_DATE)
                        .filter(known -> !known.equals(told))
                        .isPresent();
    }

    private static DeductionResult succeeded(String outTradeNo, Map<String, String> said) {
        try {
            Instant paidAt = said.containsKey("PayTime") ? UnionPayWire.TIME.instant(said.get("PayTime")) : null;
            return new DeductionResult.Succeeded(
                    said.get("TradeNo"),
                    paidAt,
                    ChargedFacts.of(outTradeNo, Integer.valueOf(said.get("PayAmount")), said.get("MerCode")));
        } catch (NumberFormatException | DateTimeException odd) {
            return new DeductionResult.Unknown("银联称扣款成功，但应答不完整");
        }
    }

    @Override
    public Duration settleTime() {
        return SETTLE_TIME;
    }

    @Override
    public boolean idempotentOnOutTradeNo() {
        return true;
    }

    /** Always all of it: the operation knows no amount. */
    @Override
    public RefundResult refund(RefundOrder order) {
        if (order.amount() != order.total()) {
            return new RefundResult.Failed("NOT_SUPPORTED", "银联只能全额退款");
        }
        Optional<String> merDate = merDate(order);
        if (merDate.isEmpty()) {
            return NO_DAY;
        }
        Map<String, String> fields = UnionPayLots.fields(order.charge().visit().lot());
        fields.put("OutTradeNo", order.outTradeNo());
        fields.put("MerDate", merDate.get());
        fields.put("Remark", order.reason());
        UnionPayAnswer answer = wire.kept(order.outRefundNo(), "40301", order.channelAccount(), fields);
        if (answer.is("00", "55")) {
            return GIVEN_BACK;
        }
        if (answer.is("09")) {
            return new RefundResult.Pending();
        }
        return answer.is("01", "02", "03", "04", "11", "13", "29", "54")
                ? new RefundResult.Failed(answer.code(), answer.words())
                : new RefundResult.Unknown("银联应答 " + answer.code() + "：" + answer.words());
    }

    @Override
    public RefundResult refundState(RefundOrder order) {
        Optional<String> merDate = merDate(order);
        if (merDate.isEmpty()) {
            return NO_DAY;
        }
        UnionPayAnswer answer = state(order.charge(), merDate.get());
        boolean refunded = answer.is("00")
                && order.outTradeNo().equals(answer.text("OutTradeNo"))
                && answer.text("OrderState").equals("REFUNDED");
        return refunded ? GIVEN_BACK : new RefundResult.Unknown("银联还没有退款");
    }

    /** The day of the charge; asked for where a restored backup does not know it. */
    private Optional<String> merDate(RefundOrder order) {
        return references
                .find(Channel.UNIONPAY, order.outTradeNo(), MER_DATE)
                .or(() -> deduction(order.charge()) instanceof DeductionResult.Succeeded
                        ? references.find(Channel.UNIONPAY, order.outTradeNo(), MER_DATE)
                        : Optional.empty());
    }

    private UnionPayAnswer state(DeductionOrder order, String merDate) {
        Map<String, String> fields = UnionPayLots.fields(order.visit().lot());
        fields.put("OutTradeNo", order.outTradeNo());
        fields.put("MerDate", merDate);
        return wire.ask("90401", order.visit().lot().channelAccount(), fields);
    }
}
