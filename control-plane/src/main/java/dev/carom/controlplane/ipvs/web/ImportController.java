package dev.carom.controlplane.ipvs.web;

import dev.carom.controlplane.config.Plan;
import dev.carom.controlplane.config.Plans;
import dev.carom.controlplane.ipvs.Import;
import dev.carom.controlplane.ipvs.ImportFormat;
import dev.carom.controlplane.ipvs.Remark;
import dev.carom.controlplane.problem.InvalidParameter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(path = "/api/v1/config/import", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "config")
class ImportController {
    private final Plans plans;

    ImportController(Plans plans) {
        this.plans = plans;
    }

    /** A document to look at and put, what it would do, and what of the file is not in it. */
    @Schema(name = "Import")
    record View(
            @Schema(description = "To be given to PUT /config.")
            JsonNode document,

            List<Remark> remarks,
            Plan plan) {}

    private static final String KEEPALIVED = """
            vrrp_instance edge {
                interface eth0
                virtual_router_id 51
                priority 150
                virtual_ipaddress {
                    192.0.2.110
                }
            }
            virtual_server 192.0.2.110 80 {
                lb_algo mh
                lb_kind DR
                protocol TCP
                real_server 192.0.2.111 80 {
                    TCP_CHECK {
                        connect_timeout 1
                    }
                }
            }
            """;

    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            operationId = "importConfiguration",
            summary = "Make a document of another balancer's file, and plan it; nothing is changed",
            description = """
                    What forwards by direct routing (`lb_kind DR`, `-g`) becomes VIPs, listeners, pools, backends and
                    health monitors. `remarks` says line by line what has no equivalent (NAT, tunnels, port translation),
                    and what was taken as something near to it.""")
    View read(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"keepalived", "ipvsadm"}),
                            example = "keepalived",
                            description = "The text of keepalived.conf, or what ipvsadm-save -n writes.")
                    @RequestParam
                    String format,
            @Parameter(example = "edge", description = "The name of the node group that the VIPs are to stand in.")
                    @RequestParam
                    String nodeGroup,
            @Parameter(
                            example = "lb1",
                            description =
                                    "The name of the node that the file is of: it gets the priorities of vrrp_instance.")
                    @RequestParam(defaultValue = "")
                    String node,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(name = "keepalived", value = KEEPALIVED)))
                    @RequestBody
                    String text) {
        Import read = Import.of(formatCalled(format), text, plans.export().value(), nodeGroup, node);
        return new View(
                read.document(), read.remarks(), plans.plan(new Plans.Request(read.document(), Optional.empty())));
    }

    private static ImportFormat formatCalled(String name) {
        return Arrays.stream(ImportFormat.values())
                .filter(format -> format.spoken().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter(
                        "format", "FORMAT_UNKNOWN", "What can be imported is keepalived or ipvsadm."));
    }
}
