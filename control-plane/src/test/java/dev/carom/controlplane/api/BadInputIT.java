package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bad input gets a clear problem that points at the fault, and changes nothing. */
@ControlPlaneTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private Site site;

    @BeforeAll
    void connect() {
        site = Site.create(new Api(port));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            backend  | {'name':'b','address':'A','port':8080}        | 422 | PORT_TRANSLATION_UNSUPPORTED | /port
            backend  | {'name':'b','address':'A','targetPort':8080}  | 422 | PORT_TRANSLATION_UNSUPPORTED | /targetPort
            backend  | {'name':'b','address':'A','cookie':'c'}       | 422 | LAYER7_UNSUPPORTED           | /cookie
            backend  | {'name':'b','address':'A','tls':true}         | 422 | LAYER7_UNSUPPORTED           | /tls
            backend  | {'name':'b','address':'A','wieght':1}         | 400 | UNKNOWN_PROPERTY             | /wieght
            backend  | {'name':'b','address':'A','weight':257}       | 422 | WEIGHT_OUT_OF_RANGE          | /weight
            backend  | {'name':'b','address':'A','weight':-1}        | 422 | WEIGHT_OUT_OF_RANGE          | /weight
            backend  | {'name':'b','address':'A','weight':1.5}       | 400 | INVALID_TYPE                 | /weight
            backend  | {'name':'b','address':'A','weight':'1'}       | 400 | INVALID_TYPE                 | /weight
            backend  | {'name':'b','address':'A','mac':'01:00:5e:00:00:01'} | 400 | INVALID_VALUE         | /mac
            backend  | {'name':'b','address':'www.example.org'}      | 400 | INVALID_VALUE                | /address
            backend  | {'name':'b','address':'fe80::1%eth0'}         | 400 | INVALID_VALUE                | /address
            backend  | {'name':'b','address':'127.0.0.1'}            | 422 | BACKEND_NOT_UNICAST          | /address
            backend  | {'name':'b','address':'A','adminState':'ON'}  | 400 | INVALID_VALUE                | /adminState
            backend  | {'name':'b','address':'A','adminState':0}     | 400 | INVALID_VALUE                | /adminState
            backend  | {'address':'A'}                               | 422 | REQUIRED                     | /name
            backend  | {'name':'a b','address':'A'}                  | 422 | NAME_INVALID                 | /name
            backend  | {'name':'b','address':'A','labels':{'a/b':'c d'}} | 422 | LABEL_INVALID            | /labels/a~1b
            listener | {'name':'l','ports':['443'],'protocol':'HTTPS','poolId':'POOL'} | 422 | LAYER7_UNSUPPORTED | /protocol
            listener | {'name':'l','ports':['443'],'url':'/x','poolId':'POOL'} | 422 | LAYER7_UNSUPPORTED | /url
            listener | {'name':'l','ports':['443'],'backendPort':1,'poolId':'POOL'} | 422 | PORT_TRANSLATION_UNSUPPORTED | /backendPort
            listener | {'name':'l','ports':[],'poolId':'POOL'}       | 422 | PORTS_MISSING                | /ports
            listener | {'name':'l','ports':['0'],'poolId':'POOL'}    | 400 | INVALID_VALUE                | /ports/0
            listener | {'name':'l','ports':['1','70000'],'poolId':'POOL'} | 400 | INVALID_VALUE           | /ports/1
            listener | {'name':'l','ports':['9-1'],'poolId':'POOL'}  | 400 | INVALID_VALUE                | /ports/0
            listener | {'name':'l','ports':['1-5','5'],'poolId':'POOL'} | 422 | PORTS_OVERLAP             | /ports
            listener | {'name':'l','ports':['443'],'poolId':'00000000-0000-0000-0000-000000000000'} | 422 | POOL_UNKNOWN | /poolId
            listener | {'name':'l','ports':['443'],'poolId':'POOL','allowedSources':['10.0.0.1/24']} | 400 | INVALID_VALUE | /allowedSources/0
            vip      | {'name':'v','nodeGroupId':'GROUP','address':'127.0.0.1'}       | 422 | VIP_IS_LOOPBACK   | /address
            vip      | {'name':'v','nodeGroupId':'GROUP','address':'::1'}             | 422 | VIP_IS_LOOPBACK   | /address
            vip      | {'name':'v','nodeGroupId':'GROUP','address':'224.0.0.1'}       | 422 | VIP_IS_MULTICAST  | /address
            vip      | {'name':'v','nodeGroupId':'GROUP','address':'ff02::1'}         | 422 | VIP_IS_MULTICAST  | /address
            vip      | {'name':'v','nodeGroupId':'GROUP','address':'169.254.0.1'}     | 422 | VIP_IS_LINK_LOCAL | /address
            vip      | {'name':'v','nodeGroupId':'GROUP','address':'fe80::1'}         | 422 | VIP_IS_LINK_LOCAL | /address
            vip      | {'name':'v','nodeGroupId':'GROUP','address':'255.255.255.255'} | 422 | VIP_IS_RESERVED   | /address
            vip      | {'name':'v','nodeGroupId':'GROUP','address':'::'}              | 422 | VIP_IS_RESERVED   | /address
            vip      | {'name':'v','nodeGroupId':'GROUP','address':'A','vrid':77}     | 422 | VIRTUAL_ROUTER_UNKNOWN | /vrid
            vip      | {'name':'v','nodeGroupId':'POOL','address':'A'}                | 422 | NODE_GROUP_UNKNOWN | /nodeGroupId
            vip      | {'name':'v','nodeGroupId':'GROUP','address':'V'}               | 409 | ADDRESS_TAKEN     | /address
            vip      | {'name':'vip-N','nodeGroupId':'GROUP','address':'A'}           | 409 | NAME_TAKEN        | /name
            pool     | {'name':'p','allDownPolicy':'FALLBACK'}                        | 422 | FALLBACK_POOL_MISSING | /fallbackPoolId
            pool     | {'name':'p','fallbackPoolId':'POOL'}                           | 422 | FALLBACK_POOL_UNUSED  | /fallbackPoolId
            pool     | {'name':'p','healthMonitorId':'POOL'}                          | 422 | HEALTH_MONITOR_UNKNOWN | /healthMonitorId
            pool     | {'name':'p','affinity':{'timeoutMs':1}}                        | 422 | TIMEOUT_OUT_OF_RANGE  | /affinity/timeoutMs
            monitor  | {'name':'m','type':'TCP','http':{}}                            | 422 | CHECK_OF_OTHER_TYPE   | /http
            monitor  | {'name':'m','intervalMs':500,'timeoutMs':501}                  | 422 | TIMEOUT_OUT_OF_RANGE  | /timeoutMs
            monitor  | {'name':'m','jitterPercent':51}                                | 422 | JITTER_OUT_OF_RANGE   | /jitterPercent
            monitor  | {'name':'m','type':'HTTP','http':{'expectedBody':'\\u0000'}}   | 422 | HTTP_BODY_INVALID     | /http/expectedBody
            group    | {'name':'g','networks':[{'name':'n','interfaceSelector':'eth0','subnets':['10.0.0.1/8']}]} | 400 | INVALID_VALUE | /networks/0/subnets/0
            group    | {'name':'g','networks':[{'name':'n','subnets':[]}]}            | 422 | REQUIRED              | /networks/0/interfaceSelector
            group    | {'name':'g','virtualRouters':[{'vrid':256}]}                   | 422 | VRID_OUT_OF_RANGE     | /virtualRouters/0/vrid
            node     | {'name':'n','nodeGroupId':'POOL'}                              | 422 | NODE_GROUP_UNKNOWN    | /nodeGroupId
            """)
    void isRefused(String kind, String body, int status, String code, String pointer) {
        String path = switch (kind) {
            case "backend" -> "/pools/" + site.pool() + "/backends";
            case "listener" -> "/vips/" + site.vip() + "/listeners";
            case "vip" -> "/vips";
            case "pool" -> "/pools";
            case "monitor" -> "/health-monitors";
            case "group" -> "/node-groups";
            default -> "/nodes";
        };
        String rows = Rows.of(sql);
        site.api()
                .post(
                        path,
                        body.replace('\'', '"')
                                .replace("\"A\"", "\"" + site.address(50) + "\"")
                                .replace("\"V\"", "\"" + site.address(100) + "\"")
                                .replace("vip-N", "vip-" + site.number())
                                .replace("GROUP", site.group())
                                .replace("POOL", site.pool()))
                .refused(status, code)
                .pointingAt(pointer);
        assertThat(Rows.of(sql)).isEqualTo(rows);
    }
}
