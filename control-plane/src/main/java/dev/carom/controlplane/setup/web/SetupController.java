package dev.carom.controlplane.setup.web;

import dev.carom.controlplane.problem.InvalidParameter;
import dev.carom.controlplane.setup.Format;
import dev.carom.controlplane.setup.SetupScripts;
import dev.carom.controlplane.setup.Way;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "backends")
class SetupController {
    private final SetupScripts scripts;

    SetupController(SetupScripts scripts) {
        this.scripts = scripts;
    }

    @GetMapping(path = "/backends/{id}/setup", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            operationId = "getBackendSetup",
            summary = "Get the script that lets the server hold its VIPs, or takes them away again")
    String setup(
            @PathVariable UUID id,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "shell",
                                                "networkd",
                                                "netplan",
                                                "ansible",
                                                "cloud-init",
                                                "freebsd",
                                                "windows"
                                            },
                                            defaultValue = "shell"))
                    @RequestParam(defaultValue = "shell")
                    String format,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"loopback", "down-interface"},
                                            defaultValue = "loopback"))
                    @RequestParam(defaultValue = "loopback")
                    String way,
            @RequestParam(defaultValue = "false") boolean undo) {
        return scripts.write(
                id,
                Format.named(format)
                        .orElseThrow(() -> new InvalidParameter(
                                "format",
                                "UNKNOWN_FORMAT",
                                "A format is shell, networkd, netplan, ansible, cloud-init, freebsd or windows.")),
                Way.named(way)
                        .orElseThrow(() ->
                                new InvalidParameter("way", "UNKNOWN_WAY", "A way is loopback or down-interface.")),
                undo);
    }
}
