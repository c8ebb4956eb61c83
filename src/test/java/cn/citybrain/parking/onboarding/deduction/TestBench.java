package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.channel.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.TestAdapters;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.ParkingRecords;
import cn.citybrain.parking.onboarding.parking.PayResultOutbox;
import cn.citybrain.parking.onboarding.restore.Restores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/**
 * The deduction package put together around a {@link FakeChannel}, over the application's own merchants and records. Events
 * are collected instead of delivered.
 */
final class TestBench {

    static final Instant ENTERED = TestClock.START.plus(Duration.ofHours(1));
    static final Instant LEFT = ENTERED.plus(Duration.ofMinutes(30));

    final FakeChannel channel = new FakeChannel();
    final List<Object> events = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final DeductionSettings settings = new DeductionSettings(
            Duration.ofMinutes(2),
            Duration.ofSeconds(60),
            Duration.ofMinutes(10),
            Duration.ofHours(24),
            10000,
            List.of(5, 15, 30, 60, 300, 600, 1800, 3600).stream()
                    .map(Duration::ofSeconds)
                    .toList(),
            Duration.ofHours(24),
            Duration.ofDays(30),
            5);

    final TestClock clock;
    final JdbcClient setup;
    final LotBindings bindings;
    final ParkingRecords records;
    final VehicleTable vehicleTable;
    final VisitTable visitTable;
    final DeductionTable table;
    final DeductionSteps steps;
    final Diagnoses diagnoses;
    final CheckedRecords checked;
    final TestVehicles vehicles;
    final Visits visits;
    final RecordChecks checks;
    final Settlement settlement;
    final Deductions deductions;
    final Refunds refunds;
    final Disputes disputes;
    final Reconciliation reconciliation;
    final TestPaymentDesk desk;
    final PayResults results;

    private final ApplicationContext context;
    private final PlatformTransactionManager transactions;

    TestBench(ApplicationContext context) {
        this(context, context.getBean(DataSource.class), context.getBean(PlatformTransactionManager.class));
    }

    TestBench(ApplicationContext context, Killer killer) {
        this(context, killer, new JdbcTransactionManager(killer));
    }

    private TestBench(ApplicationContext context, DataSource database, PlatformTransactionManager transactions) {
        this.context = context;
        this.transactions = transactions;
        JdbcClient jdbc = JdbcClient.create(database);
        clock = context.getBean(TestClock.class);
        setup = context.getBean(JdbcClient.class);
        bindings = context.getBean(LotBindings.class);
        records = context.getBean(ParkingRecords.class);
        PayResultOutbox outbox = context.getBean(PayResultOutbox.class);
        ApplicationEventPublisher publisher = events::add;
        ChannelAdapters adapters = TestAdapters.with(channel);
        ChannelLots lots = context.getBean(ChannelLots.class);
        vehicleTable = new VehicleTable(jdbc, clock);
        visitTable = new VisitTable(jdbc, clock);
        table = new DeductionTable(jdbc, clock);
        steps = new DeductionSteps(jdbc, clock);
        diagnoses = new Diagnoses(jdbc, clock);
        checked = new CheckedRecords(jdbc, clock);
        DeductionOrders orders = new DeductionOrders(table, context.getBean(FieldCipher.class));
        vehicles = transactional(new TestVehicles(vehicleTable, table, lots, adapters));
        visits = new Visits(visitTable, vehicleTable, records, lots, adapters);
        results = new PayResults(table, diagnoses, vehicleTable, lots);
        checks = transactional(new RecordChecks(
                records,
                vehicleTable,
                new RepeatedBills(records, table, diagnoses),
                checked,
                diagnoses,
                results,
                outbox,
                lots,
                settings,
                clock));
        DeductionAftermath aftermath = new DeductionAftermath(records, diagnoses, results, outbox, checks);
        LostTime lostTime = new LostTime(context.getBean(Restores.class), table, settings);
        OutcomeTable outcomes = new OutcomeTable(jdbc, clock);
        RefundTable refundTable = new RefundTable(jdbc, clock);
        disputes = transactional(new Disputes(table, outcomes, refundTable, steps, aftermath));
        settlement = transactional(new Settlement(
                table, outcomes, orders, steps, aftermath, disputes, lostTime, publisher, meters, clock));
        DeductionPreparation preparation = new DeductionPreparation(table, steps, lots, records, checked, transactions);
        DeductionSending sending = new DeductionSending(
                table, orders, steps, settlement, visits, lostTime, lots, adapters, settings, transactions, clock);
        ChannelOrders channelOrders = new ChannelOrders(orders, visitTable, lots);
        DeductionQuery query =
                new DeductionQuery(table, channelOrders, settlement, sending, lostTime, adapters, settings, clock);
        deductions = transactional(new Deductions(table, steps, preparation, sending, query, settings, clock));
        refunds = transactional(new Refunds(refundTable, table, steps, publisher, clock));
        RefundWork refundWork = new RefundWork(
                refundTable,
                table,
                channelOrders,
                steps,
                disputes,
                lostTime,
                adapters,
                settings,
                publisher,
                transactions,
                clock);
        reconciliation = new Reconciliation(
                table, query, refundTable, refundWork, visitTable, visits, lots, adapters, settings, meters, clock);
        desk = new TestPaymentDesk(vehicleTable, visitTable, bindings, results, settings);
        clock.set(LEFT.plusSeconds(60));
    }

    /** A lot of its own, under test, with 浙A12345 as its test vehicle. */
    LotBinding underTest() {
        LotBinding binding = configured();
        bindings.registered(binding.id(), "AUD" + binding.id(), "LOT" + binding.id());
        bindings.testing(binding.id());
        vehicles.register(binding.id(), "浙A12345", 1, "openid-1", "vendor");
        return bindings.byId(binding.id()).orElseThrow();
    }

    /** A lot of its own that the channel has not consented to. */
    LotBinding configured() {
        String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        Merchant merchant = context.getBean(Merchants.class)
                .add("t-" + unique, "停车公司" + unique, "9133" + unique + "XX", unique + "@example.com");
        ParkingLot lot =
                context.getBean(ParkingLots.class).add("P" + unique, "停车场" + unique, "文三路 1 号", 100, merchant.id());
        String no = "WX" + unique;
        context.getBean(ReceivingAccounts.class).open(merchant.id(), "wechatpay", no, "6222" + unique);
        context.getBean(ReceivingAccounts.class).activate(no, "sub" + unique);
        return bindings.bind(no, List.of(lot.code())).get(0);
    }

    /** A flawless record of the test vehicle with a bill, taken by the gate and checked. */
    Bill passed(LotBinding binding) {
        Bill bill = bill(binding);
        records.consume(bill.id(), binding.id());
        checked.add(binding.id(), bill.id(), true);
        return records.bill(bill.id()).orElseThrow();
    }

    /** A flawless record of the test vehicle with a bill. */
    Bill bill(LotBinding binding) {
        String uid = binding.lotCode() + UUID.randomUUID().toString().substring(0, 8);
        stay(binding, uid);
        photo(binding, uid, 1);
        photo(binding, uid, 2);
        return bill(binding, uid);
    }

    void stay(LotBinding binding, String uid) {
        setup.sql("INSERT INTO stay (lot_code, uid, entry_plate, entry_plate_color, entered_at, entry_received_at,"
                        + " exit_plate, exit_plate_color, exit_arrive_time, left_at, exit_received_at)"
                        + " VALUES (?, ?, '浙A12345', 1, ?, ?, '浙A12345', 1, ?, ?, ?)")
                .params(binding.lotCode(), uid, at(ENTERED), at(ENTERED.plusSeconds(5)), at(ENTERED), at(LEFT))
                .params(at(LEFT.plusSeconds(5)))
                .update();
    }

    void photo(LotBinding binding, String uid, int type) {
        setup.sql("INSERT INTO photo (lot_code, uid, photo_id, photo_type, taken_at, sha256, size_bytes, file_signed,"
                        + " content, received_at) VALUES (?, ?, ?, ?, ?, 'x', 1, TRUE, ?, ?)")
                .params(binding.lotCode(), uid, uid + type, type, at(ENTERED), new byte[] {1}, at(LEFT))
                .update();
    }

    Bill bill(LotBinding binding, String uid) {
        var key = new GeneratedKeyHolder();
        setup.sql(
                        "INSERT INTO bill (lot_code, uid, bill_no, plate_no, plate_color, arrived_at, left_at, billed_at, amount,"
                                + " pay_status, received_at) VALUES (?, ?, ?, '浙A12345', 1, ?, ?, ?, 500, 0, ?)")
                .params(
                        binding.lotCode(),
                        uid,
                        "B" + UUID.randomUUID().toString().substring(0, 12))
                .params(at(ENTERED), at(LEFT), at(LEFT), at(LEFT.plusSeconds(10)))
                .update(key, "id");
        return records.bill(key.getKeyAs(Long.class)).orElseThrow();
    }

    Deduction deduction(Bill bill) {
        return table.ofBill(bill.id()).orElseThrow();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** What Spring does with {@code @Transactional}. */
    @SuppressWarnings("unchecked")
    private <T> T transactional(T target) {
        ProxyFactory factory = new ProxyFactory(target);
        factory.setProxyTargetClass(true);
        factory.addAdvice(new TransactionInterceptor(
                (TransactionManager) transactions, new AnnotationTransactionAttributeSource()));
        return (T) factory.getProxy(target.getClass().getClassLoader());
    }
}
