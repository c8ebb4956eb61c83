package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * An open user task.
 *
 * @param id the engine's
 * @param name Chinese
 * @param definitionKey the model's element
 * @param processKey the model, which may be one that another calls
 * @param applicationNo null where it is about none
 * @param tenantId the parking company's; null where it is about no application
 * @param channel its code; null as above
 * @param bindingId null where it is about no single lot
 * @param lotCode null as above
 * @param group who may claim it: a role's group or a vendor company's; null where nobody may
 * @param assignee null while nobody has it
 * @param dueAt null where it has no date
 * @param corrected whether what the reviewer returned is back with it
 */
@NamedInterface("services")
public record OpenTask(
        String id,
        String name,
        String definitionKey,
        String processKey,
        String processInstanceId,
        String applicationNo,
        String tenantId,
        String channel,
        Long bindingId,
        String lotCode,
        String group,
        String assignee,
        Instant createdAt,
        Instant dueAt,
        boolean corrected) {

    /** Whose it is to do; of a vendor company's task the vendors'. */
    public Optional<Role> role() {
        return group == null || Role.isVendorCompany(group)
                ? Optional.ofNullable(group).map(company -> Role.LOT_VENDOR)
                : Role.ofGroup(group);
    }

    /** Whether this person has it, or may claim it: nobody of another company, nor while somebody else has it. */
    public boolean isFor(Actor actor) {
        return assignee != null
                ? assignee.equals(actor.userId())
                : group != null
                        && actor.groups().contains(group)
                        && (tenantId == null || Role.isVendorCompany(group) || actor.sees(tenantId));
    }

    static OpenTask read(ResultSet row, int n) throws SQLException {
        return new OpenTask(
                row.getString("task_id"),
                row.getString("name"),
                row.getString("definition_key"),
                row.getString("process_key"),
                row.getString("process_instance_id"),
                row.getString("application_no"),
                row.getString("tenant_id"),
                row.getString("channel"),
                row.getObject("binding_id", Long.class),
                row.getString("lot_code"),
                row.getString("candidate_group"),
                row.getString("assignee"),
                SqlTime.read(row, "created_at"),
                SqlTime.read(row, "due_at"),
                row.getBoolean("corrected"));
    }
}
