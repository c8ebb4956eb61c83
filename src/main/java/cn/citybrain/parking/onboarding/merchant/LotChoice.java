package cn.citybrain.parking.onboarding.merchant;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns the lots that an operator picked into bindings, once. */
@Component
class LotChoice {

    private final JdbcClient jdbc;
    private final ParkingLots lots;
    private final ReceivingAccounts accounts;
    private final Clock clock;
    private final TransactionTemplate savepoint;

    LotChoice(
            JdbcClient jdbc,
            ParkingLots lots,
            ReceivingAccounts accounts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.lots = lots;
        this.accounts = accounts;
        this.clock = clock;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    void freeze(String applicationNo, List<String> lotCodes) {
        List<String> frozen = frozen(applicationNo);
        if (!frozen.isEmpty()) {
            requireSame(applicationNo, frozen, lotCodes);
            return;
        }
        if (lotCodes.isEmpty()) {
            throw new BindingRefused("请至少选择一个停车场");
        }
        if (new HashSet<>(lotCodes).size() < lotCodes.size()) {
            throw new BindingRefused("同一个停车场被选择了两次，请只选一次");
        }
        ReceivingAccount account = openAccount(applicationNo);
        for (int position = 0; position < lotCodes.size(); position++) {
            bind(account, ownLot(account, lotCodes.get(position)), position);
        }
    }

    long append(String applicationNo, String lotCode) {
        ReceivingAccount account = openAccount(applicationNo);
        ParkingLot lot = ownLot(account, lotCode);
        open(lotCode, account.channel()).ifPresent(other -> {
            throw new BindingRefused(taken(other));
        });
        int position = frozen(applicationNo).size();
        bind(account, lot, position);
        return jdbc.sql("SELECT id FROM lot_binding WHERE application_no = ? AND list_position = ?")
                .params(applicationNo, position)
                .query(Long.class)
                .single();
    }

    Optional<String> obstacle(String lotCode, String channel, String applicationNo) {
        return open(lotCode, channel)
                .filter(other -> !other.applicationNo().equals(applicationNo))
                .map(LotChoice::taken);
    }

    /** The only one that holds the lot at the channel. */
    private Optional<LotBinding> open(String lotCode, String channel) {
        return jdbc.sql(LotBindingRow.SELECT + "WHERE l.code = ? AND b.channel = ? AND b.active_key IS NOT NULL")
                .params(lotCode, channel)
                .query(LotBindingRow::map)
                .optional();
    }

    private void bind(ReceivingAccount account, ParkingLot lot, int position) {
        requireOpen(lot);
        obstacle(lot.code(), account.channel(), account.applicationNo()).ifPresent(why -> {
            throw new BindingRefused(why);
        });
        try {
            savepoint.executeWithoutResult(tx -> insert(account, lot, position));
        } catch (DuplicateKeyException e) {
            throw new BindingRefused(obstacle(lot.code(), account.channel(), account.applicationNo())
                    .orElse("停车场「" + lot.name() + "」正在被同时配置，请刷新后重试"));
        }
    }

    /** Whoever closes the lot at this moment waits, or is waited for. */
    private void requireOpen(ParkingLot lot) {
        if (jdbc.sql("SELECT id FROM parking_lot WHERE id = ? AND closed_at IS NULL FOR UPDATE")
                .param(lot.id())
                .query(Long.class)
                .list()
                .isEmpty()) {
            throw new BindingRefused("停车场「" + lot.name() + "」已关闭，不能配置；如需恢复请联系运营公司");
        }
    }

    private void insert(ReceivingAccount account, ParkingLot lot, int position) {
        jdbc.sql("INSERT INTO lot_binding (lot_id, channel, account_id, application_no, list_position, state,"
                        + " channel_reference, channel_lot_id, configured_at, active_key)"
                        + " VALUES (?, ?, ?, ?, ?, 'CONFIGURED', '', '', ?, ?)")
                .params(lot.id(), account.channel(), account.id(), account.applicationNo(), position)
                .params(OffsetDateTime.now(clock), lot.id() + "/" + account.channel())
                .update();
    }

    private ReceivingAccount openAccount(String applicationNo) {
        ReceivingAccount account = accounts.byApplication(applicationNo)
                .orElseThrow(() -> new BindingRefused("申请 " + applicationNo + " 还没有收款账户，暂不能配置停车场"));
        if (account.state() != AccountState.ACTIVE && account.state() != AccountState.LIVE) {
            throw new BindingRefused("申请 " + applicationNo + " 的收款账户尚未开通，暂不能配置停车场");
        }
        return account;
    }

    private ParkingLot ownLot(ReceivingAccount account, String lotCode) {
        return lots.byCode(lotCode)
                .filter(lot -> lot.merchantId() == account.merchantId())
                .orElseThrow(() -> new BindingRefused("停车场 " + lotCode + " 不属于本公司，请重新选择"));
    }

    private List<String> frozen(String applicationNo) {
        return jdbc.sql("SELECT l.code FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id"
                        + " WHERE b.application_no = ? ORDER BY b.list_position")
                .param(applicationNo)
                .query(String.class)
                .list();
    }

    private static void requireSame(String applicationNo, List<String> frozen, List<String> wanted) {
        if (!frozen.equals(wanted)) {
            throw new BindingRefused(
                    "申请 " + applicationNo + " 已配置停车场 " + String.join("、", frozen) + "，不能再更改；增加停车场请另行办理");
        }
    }

    private static String taken(LotBinding other) {
        boolean over = other.state() == BindingState.LIVE || other.state() == BindingState.SUSPENDED;
        String state = over ? "已接入该渠道" : "正在该渠道接入中";
        String advice = over || other.withdrawalRequestedAt() == null ? "不能重复配置" : "撤回还在办理，办完以后才能再次接入";
        return "停车场「" + other.lotName() + "」" + state + "（申请 " + other.applicationNo() + "），" + advice;
    }
}
