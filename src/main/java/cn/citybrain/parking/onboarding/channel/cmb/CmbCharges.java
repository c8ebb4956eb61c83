package cn.citybrain.parking.onboarding.channel.cmb;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code mchorders/pap}, {@code mchorders/paporderquery}, {@code mchorders/refund} and {@code mchorders/refundquery}; the codes of a
 * refused refund are assumed.
 */
final class CmbCharges implements Charges {

    /** Assumed: later than this after sending, "no such order" is believed. */
    static final Duration SETTLE_TIME = Duration.ofSeconds(60);

    /** The bank answers no query about an older order: "no such order" says nothing of it then. */
    static final Duration ANSWERED_FOR = Duration.ofDays(15);

    private static final BeijingTime TIME = new BeijingTime("yyyyMMddHHmmss");

    private final CmbWire wire;
    private final CmbLots lots;
    private final CmbVehicles vehicles;
    private final Clock clock;

    CmbCharges(CmbWire wire, CmbLots lots, CmbVehicles vehicles, Clock clock) {
        this.wire = wire;
        this.lots = lots;
        this.vehicles = vehicles;
        this.clock = clock;
    }

    @Override
    public DeductionResult deduct(DeductionOrder order) {
        Visit visit = order.visit();
        CmbVehicles.Contract contract = vehicles.contract(visit.lot(), visit.plate());
        if (!contract.signed()) {
            return contract.state().isEmpty()
                    ? new DeductionResult.Unknown("招商银行没有说明签约状态，没有发起扣款")
                    : new DeductionResult.Failed("CONTRACT_" + contract.state(), "车主没有可用的签约");
        }
        Map<String, String> content = CmbWire.fields(
                "merId", visit.lot().channelAccount(),
                "orderId", order.outTradeNo(),
                "userId", lots.cashier(visit.lot()),
                "body", order.description(),
                "notifyUrl", wire.settings().notifyUrl("payments"),
                "txnAmt", Integer.toString(order.amount()),
                "currencyCode", "156",
                "papTradeScene", "PARKING",
                "authOpenid", contract.authOpenid(),
                "busiData", wire.text(scene(order, contract.contractId())));
        CmbAnswer answer = wire.kept(order.outTradeNo(), "mchorders/pap", content);
        if (answer.ok()) {
            return state(order.outTradeNo(), answer::text);
        }
        // ORDERID_DUPLICATION and ORDER_PAID too: an earlier send may have passed, only a query tells
        return answer.notCharged()
                ? new DeductionResult.Failed(answer.code(), answer.words())
                : new DeductionResult.Unknown(answer.words());
    }

    /** The inner names are in snake case, unlike the outer ones. */
    private Map<String, Object> scene(DeductionOrder order, String contractId) {
        Visit visit = order.visit();
        Map<String, Object> parking = new LinkedHashMap<>();
        parking.put("start_time", BeijingTime.rfc3339(visit.enteredAt()));
        parking.put("end_time", BeijingTime.rfc3339(visit.leftAt()));
        parking.put(
                "charge_duration",
                Duration.between(visit.enteredAt(), visit.leftAt()).toSeconds());
        parking.put("plate_number", visit.plate().number());
        parking.put("parking_name", visit.lot().lotName());
        Map<String, Object> scene = new LinkedHashMap<>();
        scene.put("trade_scene", "PARKING");
        scene.put("device_ip", wire.settings().deviceIp());
        scene.put("parking_info", parking);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("scene_info", scene);
        // demanded where vehicles are concerned
        data.put("auth_appid", wire.settings().authAppid());
        data.put("contract_id", contractId);
        return data;
    }

    @Override
    public DeductionResult deduction(DeductionOrder order) {
        CmbAnswer answer = wire.ask(
                "mchorders/paporderquery",
                CmbWire.fields(
                        "merId", order.visit().lot().channelAccount(),
                        "userId", lots.cashier(order.visit().lot()),
                        "orderId", order.outTradeNo()));
        if (answer.ok()) {
            return state(order.outTradeNo(), answer::text);
        }
        if (answer.is("ORDERID_INVALID")) {
            return new DeductionResult.Failed(answer.code(), answer.words());
        }
        // a failed query says nothing about the payment
        return answer.is("CMBORDERID_NOT_EXIST", "UNPAIED_ORDER", "CMB_ORDERID_NOT_EXIST")
                ? missing(order)
                : new DeductionResult.Unknown(answer.words());
    }

    private DeductionResult missing(DeductionOrder order) {
        boolean answered = order.sentAt() == null || order.sentWithin(ANSWERED_FOR, clock.instant());
        return answered ? new DeductionResult.NeverSeen() : new DeductionResult.Unknown("招商银行不答复 15 天以前的订单，请向银行核实");
    }

    /**
     * What the bank says of a debit. {@code debtState} decides nothing: whether the owner owes the channel (DEBT), has repaid
     * (REPAYMENT) or never did (OT_DEBT), the merchant was paid.
     */
    static DeductionResult state(String outTradeNo, Function<String, String> said) {
        if (!outTradeNo.equals(said.apply("orderId"))) {
            return new DeductionResult.Unknown("招商银行的应答属于另一笔扣款");
        }
        return switch (said.apply("tradeState")) {
            case "P" -> new DeductionResult.Pending();
            // R: given back since, but it was charged
            case "S", "R" -> succeeded(said);
            case "F" ->
                new DeductionResult.Failed(
                        said.apply("errorType"),
                        said.apply("errDescription").isEmpty() ? "招商银行没有扣款成功" : said.apply("errDescription"));
            case "C", "D" -> new DeductionResult.Failed("CLOSED", "招商银行已关闭订单");
            default -> new DeductionResult.Unknown("招商银行给出了未知的订单状态");
        };
    }

    /** What an answer or a notification says of a charge; a notification tells of successes only. */
    static DeductionResult succeeded(Function<String, String> said) {
        try {
            String ended = said.apply("endDate") + said.apply("endTime");
            Instant paidAt = TIME.instant(ended.isEmpty() ? said.apply("txnTime") : ended);
            EchoedScene scene = EchoedScene.of(said.apply("busiData"));
            return new DeductionResult.Succeeded(
                    said.apply("cmbOrderId"),
                    paidAt,
                    new ChargedFacts(
                            said.apply("orderId"),
                            Integer.valueOf(said.apply("txnAmt")),
                            said.apply("merId"),
                            null,
                            scene.plateNumber(),
                            scene.parkingName(),
                            scene.startedAt(),
                            scene.endedAt(),
                            null));
        } catch (DateTimeException | NumberFormatException odd) {
            return new DeductionResult.Unknown("招商银行称扣款成功，但应答不完整");
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

    @Override
    public RefundResult refund(RefundOrder order) {
        return refund(
                order,
                wire.kept(
                        order.outRefundNo(),
                        "mchorders/refund",
                        CmbWire.fields(
                                "merId", order.channelAccount(),
                                "userId", lots.cashier(order.charge().visit().lot()),
                                "orderId", order.outRefundNo(),
                                "origOrderId", order.outTradeNo(),
                                "txnAmt", Integer.toString(order.total()),
                                "refundAmt", Integer.toString(order.amount()),
                                "refundReason", order.reason())));
    }

    @Override
    public RefundResult refundState(RefundOrder order) {
        CmbAnswer answer = wire.ask(
                "mchorders/refundquery",
                CmbWire.fields(
                        "merId", order.channelAccount(),
                        "userId", lots.cashier(order.charge().visit().lot()),
                        "orderId", order.outRefundNo()));
        return answer.ok() ? refund(order, answer) : new RefundResult.Unknown(answer.words());
    }

    private static RefundResult refund(RefundOrder order, CmbAnswer answer) {
        if (!answer.ok()) {
            return answer.notCharged() || answer.is("REFUND_AMT_EXCEED", "ORDER_NOT_PAID")
                    ? new RefundResult.Failed(answer.code(), answer.words())
                    : new RefundResult.Unknown(answer.words());
        }
        String amount = answer.text("refundAmt");
        if (!order.outRefundNo().equals(answer.text("orderId"))
                || !amount.isEmpty() && !amount.equals(Integer.toString(order.amount()))) {
            return new RefundResult.Unknown("招商银行的应答属于另一笔退款");
        }
        return switch (answer.text("tradeState")) {
            case "S" -> new RefundResult.Refunded(answer.text("cmbOrderId"));
            case "P" -> new RefundResult.Pending();
            case "F" -> new RefundResult.Failed("REFUND_FAILED", "退款未能退回车主账户");
            default -> new RefundResult.Unknown("招商银行给出了未知的退款状态");
        };
    }
}
