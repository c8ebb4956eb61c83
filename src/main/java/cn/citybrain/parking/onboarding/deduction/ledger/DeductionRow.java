package cn.citybrain.parking.onboarding.deduction.ledger;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads deductions. */
final class DeductionRow {

    private DeductionRow() {}

    static Deduction map(ResultSet row, int n) throws SQLException {
        return new Deduction(
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("binding_id"),
                row.getLong("bill_id"),
                row.getInt("attempt_no"),
                row.getString("out_trade_no"),
                row.getString("channel"),
                row.getString("lot_code"),
                row.getString("uid"),
                row.getString("bill_no"),
                row.getInt("amount"),
                DeductionState.valueOf(row.getString("state")),
                row.getInt("sends"),
                SqlTime.read(row, "sent_at"),
                SqlTime.read(row, "last_sent_at"),
                row.getInt("queries"),
                SqlTime.read(row, "next_query_at"),
                SqlTime.read(row, "query_until"),
                row.getString("note"),
                row.getString("transaction_no"),
                row.getObject("charged_amount", Integer.class),
                row.getString("code"),
                row.getString("reason"),
                row.getString("abandoned_by"),
                SqlTime.read(row, "abandoned_at"),
                SqlTime.read(row, "created_at"),
                SqlTime.read(row, "decided_at"),
                SqlTime.read(row, "with_supervisor_since"),
                SqlTime.read(row, "dispute_closed_at"));
    }
}
