package cn.citybrain.parking.onboarding.process.handover;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.NotVisible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Comment;
import org.springframework.stereotype.Component;

/** Who did what with an open task so far, in words: Tasklist's own account of it names ids and the engine's properties. */
@Component
class TaskPast {

    private static final String CLAIMED = UserOperationLogEntry.OPERATION_TYPE_CLAIM;
    private static final String ASSIGNED = UserOperationLogEntry.OPERATION_TYPE_ASSIGN;

    private final HistoryService history;
    private final TaskService tasks;
    private final EngineRights rights;
    private final HandOverDesk desk;
    private final HandOverNotes notes;
    private final CompanyPeople people;

    TaskPast(
            HistoryService history,
            TaskService tasks,
            EngineRights rights,
            HandOverDesk desk,
            HandOverNotes notes,
            CompanyPeople people) {
        this.history = history;
        this.tasks = tasks;
        this.rights = rights;
        this.desk = desk;
        this.notes = notes;
        this.people = people;
    }

    /**
     * Newest first.
     *
     * @throws NotVisible if there is no such task for this person; people are named, and their words told, to those who do such
     *     tasks and to who sees everything
     */
    List<HandOverNotes.Note> of(Actor actor, String taskId) {
        if (!desk.offer(actor, taskId).reader()) {
            throw new NotVisible();
        }
        List<UserOperationLogEntry> done = rights.own(() -> history.createUserOperationLogQuery()
                .taskId(taskId)
                .property("assignee")
                .list());
        List<Comment> said = rights.own(() -> tasks.getTaskComments(taskId));
        Map<String, String> names = people.names(Stream.concat(
                        done.stream().map(UserOperationLogEntry::getUserId),
                        said.stream().map(Comment::getUserId))
                .collect(Collectors.toSet()));
        List<HandOverNotes.Note> past = new ArrayList<>(notes.of(taskId));
        done.forEach(one -> deed(one)
                .ifPresent(what -> past.add(new HandOverNotes.Note(
                        one.getTimestamp().toInstant(), names.get(one.getUserId()) + what, ""))));
        said.forEach(one -> past.add(new HandOverNotes.Note(
                one.getTime().toInstant(), names.get(one.getUserId()) + "写了备注", one.getFullMessage())));
        past.sort(Comparator.comparing(HandOverNotes.Note::at).reversed());
        return past;
    }

    /** What is no hand-over: those have their own notes. */
    private static Optional<String> deed(UserOperationLogEntry done) {
        boolean to = done.getNewValue() != null;
        return switch (done.getOperationType()) {
            case CLAIMED -> Optional.of(to ? "认领" : "放弃认领");
            case ASSIGNED -> to ? Optional.empty() : Optional.of("放弃认领");
            default -> Optional.empty();
        };
    }
}
