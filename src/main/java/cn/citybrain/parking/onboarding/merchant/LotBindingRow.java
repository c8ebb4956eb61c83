package cn.citybrain.parking.onboarding.merchant;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads lot bindings. */
final class LotBindingRow {

    static final String SELECT = "SELECT b.*, l.code, l.name, m.tenant_id FROM lot_binding b"
            + " JOIN parking_lot l ON l.id = b.lot_id JOIN merchant m ON m.id = l.merchant_id ";

    private LotBindingRow() {}

    static LotBinding map(ResultSet row, int n) throws SQLException {
        return new LotBinding(
                row.getLong("id"),
                row.getLong("lot_id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("tenant_id"),
                row.getString("channel"),
                row.getLong("account_id"),
                row.getString("application_no"),
                row.getInt("list_position"),
                BindingState.valueOf(row.getString("state")),
                row.getString("channel_reference"),
                row.getString("channel_lot_id"),
                SqlTime.read(row, "withdrawal_requested_at"),
                row.getString("withdrawal_reason"),
                row.getBoolean("refused_by_channel"),
                SqlTime.read(row, "live_at"));
    }
}
