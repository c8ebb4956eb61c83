package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.OtherParts;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.channel.TestAdapters;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.charge.Reconciliation;
import cn.citybrain.parking.onboarding.deduction.charge.Settlement;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionSteps;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.deduction.record.CheckedRecords;
import cn.citybrain.parking.onboarding.deduction.record.Diagnoses;
import cn.citybrain.parking.onboarding.deduction.record.PayResults;
import cn.citybrain.parking.onboarding.deduction.record.RecordChecks;
import cn.citybrain.parking.onboarding.deduction.refund.Disputes;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.deduction.vehicle.VehicleTable;
import cn.citybrain.parking.onboarding.deduction.vehicle.VisitReports;
import cn.citybrain.parking.onboarding.deduction.vehicle.VisitTable;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
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
public final class TestBench {

    public static final Instant ENTERED = TestClock.START.plus(Duration.ofHours(1));
    static final Instant LEFT = ENTERED.plus(Duration.ofMinutes(30));

    public final FakeChannel channel = new FakeChannel();
    public final List<Object> events = new CopyOnWriteArrayList<>();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final DeductionSettings settings = new DeductionSettings(
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

    public final TestClock clock;
    public final JdbcClient setup;
    public final LotBindings bindings;
    public final ParkingRecords records;
    public final VehicleTable vehicleTable;
    public final VisitTable visitTable;
    public final DeductionTable table;
    public final DeductionSteps steps;
    public final Diagnoses diagnoses;
    final CheckedRecords checked;
    public final TestVehicles vehicles;
    public final VisitReports visits;
    public final RecordChecks checks;
    public final Settlement settlement;
    public final Deductions deductions;
    public final Refunds refunds;
    final Disputes disputes;
    public final Reconciliation reconciliation;
    public final PaymentDesk desk;
    public final PayResults results;

    private final ApplicationContext context;
    private final PlatformTransactionManager transactions;

    public TestBench(ApplicationContext context) {
        this(context, context.getBean(DataSource.class), context.getBean(PlatformTransactionManager.class));
    }

    public TestBench(ApplicationContext context, Killer killer) {
        this(context, killer, new JdbcTransactionManager(killer));
    }

    private TestBench(ApplicationContext context, DataSource database, PlatformTransactionManager transactions) {
        this.context = context;
        this.transactions = transactions;
        clock = context.getBean(TestClock.class);
        setup = context.getBean(JdbcClient.class);
        bindings = context.getBean(LotBindings.class);
        records = context.getBean(ParkingRecords.class);
        OtherParts parts = OtherParts.of(context, Deduction.class)
                .with(JdbcClient.class, JdbcClient.create(database))
                .with(PlatformTransactionManager.class, transactions)
                .with(ApplicationEventPublisher.class, events::add)
                .with(ChannelAdapters.class, TestAdapters.with(channel.adapter()))
                .with(DeductionSettings.class, settings)
                .with(MeterRegistry.class, meters)
                .after(new Transactional());
        vehicleTable = parts.get(VehicleTable.class);
        visitTable = parts.get(VisitTable.class);
        table = parts.get(DeductionTable.class);
        steps = parts.get(DeductionSteps.class);
        diagnoses = parts.get(Diagnoses.class);
        checked = parts.get(CheckedRecords.class);
        vehicles = parts.get(TestVehicles.class);
        visits = parts.get(VisitReports.class);
        results = parts.get(PayResults.class);
        checks = parts.get(RecordChecks.class);
        disputes = parts.get(Disputes.class);
        settlement = parts.get(Settlement.class);
        deductions = parts.get(Deductions.class);
        refunds = parts.get(Refunds.class);
        reconciliation = parts.get(Reconciliation.class);
        desk = parts.get(PaymentDesk.class);
        clock.set(LEFT.plusSeconds(60));
    }

    /** A lot of its own, under test, with 浙A12345 as its test vehicle. */
    public LotBinding underTest() {
        LotBinding binding = configured();
        bindings.registered(binding.id(), "AUD" + binding.id(), "LOT" + binding.id());
        bindings.testing(binding.id());
        vehicles.register(binding.id(), "浙A12345", 1, "openid-1", "vendor");
        return bindings.byId(binding.id()).orElseThrow();
    }

    /** A lot of its own that the channel has not consented to. */
    public LotBinding configured() {
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
    public Bill passed(LotBinding binding) {
        Bill bill = bill(binding);
        records.consume(bill.id(), binding.id());
        checked.add(binding.id(), bill.id(), true);
        return records.bill(bill.id()).orElseThrow();
    }

    /** A flawless record of the test vehicle with a bill. */
    public Bill bill(LotBinding binding) {
        String uid = binding.lotCode() + UUID.randomUUID().toString().substring(0, 8);
        stay(binding, uid);
        photo(binding, uid, 1);
        photo(binding, uid, 2);
        return bill(binding, uid);
    }

    public void stay(LotBinding binding, String uid) {
        setup.sql("INSERT INTO stay (lot_code, uid, entry_plate, entry_plate_color, entered_at, entry_received_at,"
                        + " exit_plate, exit_plate_color, exit_arrive_time, left_at, exit_received_at)"
                        + " VALUES (?, ?, '浙A12345', 1, ?, ?, '浙A12345', 1, ?, ?, ?)")
                .params(binding.lotCode(), uid, at(ENTERED), at(ENTERED.plusSeconds(5)), at(ENTERED), at(LEFT))
                .params(at(LEFT.plusSeconds(5)))
                .update();
    }

    public void photo(LotBinding binding, String uid, int type) {
        setup.sql("INSERT INTO photo (lot_code, uid, photo_id, photo_type, taken_at, sha256, size_bytes, file_signed,"
                        + " content, received_at) VALUES (?, ?, ?, ?, ?, 'x', 1, TRUE, ?, ?)")
                .params(binding.lotCode(), uid, uid + type, type, at(ENTERED), new byte[] {1}, at(LEFT))
                .update();
    }

    public Bill bill(LotBinding binding, String uid) {
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

    public Deduction deduction(Bill bill) {
        return table.ofBill(bill.id()).orElseThrow();
    }

    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** What Spring does with {@code @Transactional}. */
    private final class Transactional implements BeanPostProcessor {

        private final AnnotationTransactionAttributeSource attributes = new AnnotationTransactionAttributeSource();

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            boolean wanted = Stream.of(bean.getClass().getDeclaredMethods())
                    .anyMatch(method -> attributes.getTransactionAttribute(method, bean.getClass()) != null);
            if (!wanted) {
                return bean;
            }
            ProxyFactory factory = new ProxyFactory(bean);
            factory.setProxyTargetClass(true);
            factory.addAdvice(new TransactionInterceptor((TransactionManager) transactions, attributes));
            return factory.getProxy(bean.getClass().getClassLoader());
        }
    }
}
