package dev.carom.lab.endtoend;

import dev.carom.lab.deployment.Api;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.Reply;
import dev.carom.lab.process.Command;
import dev.carom.lab.process.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A capture that has ended, read by the programs that people read captures with. */
record CaptureFile(JsonNode capture, Path file) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Starts one; what is to be captured is done by the caller meanwhile. */
    static String start(Deployment deployment, String path, Map<String, ?> body) {
        Reply started = deployment.api().post(path, body);
        if (started.status() != 202) {
            throw new IllegalStateException(path + ": " + started.status() + " " + started.body());
        }
        return started.id();
    }

    static JsonNode ended(Api api, String id) {
        return Waiting.until(
                "the end of capture " + id,
                LIMIT,
                () -> Optional.of(api.get("captures/" + id).body())
                        .filter(capture -> !capture.get("state").asString().equals("RUNNING")));
    }

    /** Waits until it is done, downloads it and removes it from the control plane. */
    static CaptureFile download(Deployment deployment, String id) {
        JsonNode capture = ended(deployment.api(), id);
        if (!capture.get("state").asString().equals("DONE")) {
            throw new IllegalStateException("the capture failed: " + capture);
        }
        Path file = deployment.lab().scratch("downloads").resolve(id + ".pcapng");
        deployment.api().download("captures/" + id + "/file", file);
        deployment.api().delete("captures/" + id);
        return new CaptureFile(capture, file);
    }

    /** What capinfos says of the file's kind and its number of packets. */
    String capinfos() {
        return Command.of("capinfos", "-T", "-r", "-M", "-t", "-c", file.toString())
                .require();
    }

    /** The fields of each frame that the display filter lets through, as tshark prints them. */
    List<String> tshark(String displayFilter, String... fields) {
        List<String> arguments =
                new ArrayList<>(List.of("tshark", "-n", "-r", file.toString(), "-Y", displayFilter, "-T", "fields"));
        for (String field : fields) {
            arguments.add("-e");
            arguments.add(field);
        }
        return Command.of(arguments).require().lines().toList();
    }
}
