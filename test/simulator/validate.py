#!/usr/bin/env python3
"""Holds recorded exchanges against the services' published API models (botocore's).

    validate.py EXCHANGES.jsonl DEVIATIONS.json

A request that the simulator accepted must be valid: types, required and known members (botocore's own validator),
lengths, ranges, enums, patterns. A response must have the form of its operation's output, an error must be one that the
operation or every service can give. DEVIATIONS.json lists what is meant to differ, each with its reason. Every other
difference is printed once, with how often it occurred, and the exit code is 1.
"""

import collections
import json
import re
import sys
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import botocore.loaders
import botocore.model
import botocore.validate
from dateutil.parser import isoparse

TARGETS = {
    "AnyScaleFrontendService": "application-autoscaling",
    "GraniteServiceVersion20100801": "cloudwatch",
    "AmazonEC2ContainerServiceV20141113": "ecs",
    "AmazonEC2ContainerRegistry_V20150921": "ecr",
    "SpencerFrontendService": "ecr-public",
    "CodeDeploy_20141006": "codedeploy",
    "Logs_20140328": "logs",
    "AmazonSSM": "ssm",
    "AWSEvents": "events",
    "secretsmanager": "secretsmanager",
}
VERSIONS = {
    "2015-12-01": "elbv2",
    "2010-05-15": "cloudformation",
    "2011-06-15": "sts",
    "2014-10-31": "rds",
    "2010-05-08": "iam",
    "2016-11-15": "ec2",
}
# https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html and its like of the other services, and
# what the AWS JSON protocol answers before an operation is reached.
COMMON_ERRORS = {
    "AccessDeniedException",
    "ExpiredTokenException",
    "IncompleteSignature",
    "InternalFailure",
    "InvalidAction",
    "InvalidClientTokenId",
    "InvalidParameterValue",
    "MalformedInput",
    "MissingAction",
    "NotAuthorized",
    "RequestEntityTooLargeException",
    "SerializationException",
    "ServiceUnavailable",
    "Throttling",
    "ThrottlingException",
    "UnknownOperationException",
    "ValidationError",
    "ValidationException",
}

loader = botocore.loaders.Loader()
models = {}
unread_patterns = set()


def service_model(name):
    if name not in models:
        models[name] = botocore.model.ServiceModel(loader.load_service_model(name, "service-2"), name)
    return models[name]


# Unicode classes of the models' Java patterns by their nearest relatives in Python.
CLASSES = {"L": r"^\W\d_", "N": r"\d", "Nd": r"\d", "Z": r"\s", "M": "", "P": r"!-/:-@\[-`{-~", "S": "$+<=>^`|~", "C": ""}


def pattern_of(text):
    def unicode_class(match):
        name = match.group(1)
        return r"\w" if name == "L" else CLASSES.get(name, match.group(0))

    # Java writes what lies beyond the first plane as pairs, and has a class of its own for what can be printed.
    text = text.replace(r"\uD800\uDC00-\uDBFF\uDFFF", "\U00010000-\U0010FFFF").replace(r"\p{Print}", "[ -~]")
    try:
        return re.compile(re.sub(r"\\p\{(?:Is)?(\w+)\}", unicode_class, text))
    except re.error:
        unread_patterns.add(text)
        return None


patterns = {}


def matches(pattern, value):
    if pattern not in patterns:
        patterns[pattern] = pattern_of(pattern)
    compiled = patterns[pattern]
    return compiled is None or compiled.fullmatch(value) is not None


def brief(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 120 else text[:117] + "..."


def constraints(shape, value, path, found):
    """Lengths, ranges, enums and patterns, which botocore's validator leaves to the services."""
    facts = shape.metadata
    size = value if shape.type_name in ("integer", "long", "float", "double") else len(value)
    what = "value" if size is value else "length"
    if "min" in facts and size < facts["min"]:
        found.append((path, f"{what} {size} is below {facts['min']}: {brief(value)}"))
    if "max" in facts and size > facts["max"]:
        found.append((path, f"{what} {size} is above {facts['max']}: {brief(value)}"))
    if shape.type_name == "string":
        if getattr(shape, "enum", None) and value not in shape.enum:
            found.append((path, f"{brief(value)} is none of {', '.join(shape.enum)}"))
        if "pattern" in facts and not matches(facts["pattern"], value):
            found.append((path, f"{brief(value)} does not match {facts['pattern']}"))


SCALARS = {
    "string": str,
    "character": str,
    "blob": str,
    "boolean": bool,
    "integer": int,
    "long": int,
    "float": (int, float),
    "double": (int, float),
    "timestamp": (int, float),
}


def walk(shape, value, path, found):
    """A JSON value against a shape."""
    kind = shape.type_name
    # A document is any JSON value.
    if getattr(shape, "is_document_type", False):
        return
    if kind == "structure":
        if not isinstance(value, dict):
            found.append((path, f"{brief(value)} is no structure"))
            return
        for name in shape.required_members:
            if value.get(name) is None:
                found.append((path, f"required member {name} is missing"))
        for name, member in value.items():
            if name not in shape.members:
                found.append((path, f"unknown member {name}"))
            elif member is not None:
                walk(shape.members[name], member, f"{path}.{name}", found)
        if getattr(shape, "is_tagged_union", False) and len(value) != 1:
            found.append((path, f"a union has one member, not {', '.join(value)}"))
    elif kind == "list":
        if not isinstance(value, list):
            found.append((path, f"{brief(value)} is no list"))
            return
        constraints(shape, value, path, found)
        for item in value:
            walk(shape.member, item, f"{path}[]", found)
    elif kind == "map":
        if not isinstance(value, dict):
            found.append((path, f"{brief(value)} is no map"))
            return
        constraints(shape, value, path, found)
        for key, item in value.items():
            walk(shape.key, key, f"{path} key", found)
            walk(shape.value, item, f"{path}{{}}", found)
    else:
        wanted = SCALARS[kind]
        if not isinstance(value, wanted) or (isinstance(value, bool) and kind != "boolean"):
            found.append((path, f"{brief(value)} is no {kind}"))
        elif kind not in ("boolean", "timestamp", "blob"):
            constraints(shape, value, path, found)


def field_name(name, member, ec2):
    """EC2 names fields after queryName, else after the capitalised name of answers."""
    given = member.serialization.get("name", name)
    return member.serialization.get("queryName", given[0].upper() + given[1:]) if ec2 else given


def from_form(shape, fields, prefix, ec2=False):
    """The value that a Query request's form fields give for a shape, or None."""
    kind = shape.type_name
    below = prefix + "." if prefix else ""
    if kind == "structure":
        value = {}
        for name, member in shape.members.items():
            given = from_form(member, fields, below + field_name(name, member, ec2), ec2)
            if given is not None:
                value[name] = given
        return value if value or prefix == "" or fields.get(prefix) == "" else None
    if kind == "list":
        flattened = ec2 or shape.serialization.get("flattened")
        item = prefix if flattened else below + shape.member.serialization.get("name", "member")
        values = []
        while (value := from_form(shape.member, fields, f"{item}.{len(values) + 1}", ec2)) is not None:
            values.append(value)
        return values if values or fields.get(prefix) == "" else None
    if kind == "map":
        value = {}
        while (key := from_form(shape.key, fields, f"{below}entry.{len(value) + 1}.key")) is not None:
            value[key] = from_form(shape.value, fields, f"{below}entry.{len(value) + 1}.value")
        return value or None
    text = fields.get(prefix)
    if text is None:
        return None
    fields["used"].add(prefix)
    return scalar_of(kind, text)


def scalar_of(kind, text):
    if kind == "boolean":
        return {"true": True, "false": False}.get(text.lower(), text)
    if kind in ("integer", "long"):
        return int(text) if re.fullmatch(r"-?\d+", text) else text
    if kind in ("float", "double"):
        try:
            return float(text)
        except ValueError:
            return text
    if kind == "timestamp":
        try:
            return isoparse(text).timestamp()
        except ValueError:
            return text
    return text


def from_xml(shape, node, path, found):
    """The value of an XML element; members that the shape lacks are differences at once."""
    kind = shape.type_name
    if kind == "structure":
        value = {}
        names = {member.serialization.get("name", name): name for name, member in shape.members.items()}
        for child in node:
            tag = local(child)
            if tag not in names:
                found.append((path, f"unknown member {tag}"))
                continue
            name = names[tag]
            if name in value:
                found.append((path, f"member {tag} is given twice"))
            value[name] = from_xml(shape.members[name], child, f"{path}.{name}", found)
        return value
    if kind == "list":
        item = shape.member.serialization.get("name", "member")
        for child in node:
            if local(child) != item:
                found.append((path, f"a list has <{item}>, not <{local(child)}>"))
        return [from_xml(shape.member, child, f"{path}[]", found) for child in node]
    if kind == "map":
        return {
            entry.findtext("{*}key", ""): from_xml(shape.value, entry.find("{*}value"), f"{path}{{}}", found)
            for entry in node
        }
    if len(node) > 0:
        found.append((path, f"a {kind} has members"))
    return scalar_of(kind, node.text or "")


def local(node):
    return node.tag.split("}")[-1]


def locate(exchange):
    """Service, operation and the request's value; None where no operation is addressed."""
    if exchange["target"]:
        prefix, _, operation = exchange["target"].partition(".")
        service = TARGETS.get(prefix)
        if service is None or operation not in service_model(service).operation_names:
            return None
        return service, service_model(service).operation_model(operation), None
    fields = dict(parse_qsl(exchange["request"], keep_blank_values=True))
    service = VERSIONS.get(fields.get("Version"))
    if service is None or fields.get("Action") not in service_model(service).operation_names:
        return None
    return service, service_model(service).operation_model(fields["Action"]), fields


def check_request(model, exchange, fields, found):
    shape = model.input_shape
    if fields is None:
        value = json.loads(exchange["request"] or "{}")
    else:
        fields["used"] = set()
        value = from_form(shape, fields, "", model.metadata["protocol"] == "ec2") if shape is not None else {}
        for name in fields.keys() - fields["used"] - {"Action", "Version", "used"}:
            if fields[name] != "":
                found.append(("request", f"unknown field {re.sub(r'[.][0-9]+', '.N', name)}"))
    if shape is None:
        return
    walk(shape, value, "request", found)
    report = botocore.validate.ParamValidator().validate(unwired(shape, value), shape)
    # Unknown members are in both lists; what only botocore finds is worth a line of its own.
    if report.has_errors() and not found:
        found.append(("request", report.generate_report()))


def unwired(shape, value):
    """A wire value as a caller of botocore gives it: without nulls, blobs as bytes."""
    if shape.type_name == "structure" and isinstance(value, dict):
        return {
            name: unwired(shape.members[name], member) if name in shape.members else member
            for name, member in value.items()
            if member is not None
        }
    if shape.type_name == "list" and isinstance(value, list):
        return [unwired(shape.member, item) for item in value]
    if shape.type_name == "map" and isinstance(value, dict):
        return {key: unwired(shape.value, item) for key, item in value.items()}
    return value.encode() if shape.type_name == "blob" and isinstance(value, str) else value


def check_response(model, exchange, fields, found):
    shape = model.output_shape
    if fields is None:
        value = json.loads(exchange["response"])
    else:
        root = ElementTree.fromstring(exchange["response"])
        namespace = model.metadata["xmlNamespace"]
        ec2 = model.metadata["protocol"] == "ec2"
        if ec2:
            namespace += "/"
        if root.tag != f"{{{namespace}}}{model.name}Response":
            found.append(("response", f"root is <{root.tag}>, not <{model.name}Response> of {namespace}"))
        request_id = root.find("{*}requestId" if ec2 else "{*}ResponseMetadata/{*}RequestId")
        if request_id is None:
            found.append(("response", "the request's id is missing"))
        if shape is None:
            return
        wrapper = shape.serialization.get("resultWrapper", f"{model.name}Result")
        node = root if ec2 else root.find(f"{{*}}{wrapper}")
        if ec2 and request_id is not None:
            root.remove(request_id)
        if node is None:
            found.append(("response", f"<{wrapper}> is missing"))
            return
        value = from_xml(shape, node, "response", found)
    if shape is None:
        if value:
            found.append(("response", f"the operation has no output, but {brief(value)} came"))
        return
    walk(shape, value, "response", found)


def check_error(model, exchange, fields, found):
    status = exchange["status"]
    if fields is None:
        body = json.loads(exchange["response"])
        code = body.get("__type")
    else:
        body = {}
        root = ElementTree.fromstring(exchange["response"])
        code = root.findtext("{*}Error/{*}Code") or root.findtext("{*}Errors/{*}Error/{*}Code")
    if status == 500:
        found.append(("error", f"500 {brief(exchange['response'])}"))
        return
    for shape in model.error_shapes:
        if code not in (shape.name, shape.error_code):
            continue
        wanted = shape.metadata.get("error", {}).get("httpStatusCode")
        if wanted is not None and wanted != status:
            found.append(("error", f"{code} has status {status}, not {wanted}"))
        if fields is None:
            names = {name.lower() for name in shape.members} | {"__type", "message"}
            for name in body:
                if name.lower() not in names:
                    found.append(("error", f"{code} has no member {name}"))
        return
    # EC2's model has no errors; its guide lists them.
    if code not in COMMON_ERRORS and not (model.metadata["protocol"] == "ec2" and code):
        found.append(("error", f"{code} is no error of this operation"))


def differences(exchange):
    place = locate(exchange)
    if place is None:
        if exchange["status"] >= 500 or exchange["status"] < 400:
            yield "no operation", "error", f"answered with {exchange['status']}"
        return
    service, model, fields = place
    found = []
    try:
        if exchange["status"] == 200:
            check_request(model, exchange, fields, found)
            check_response(model, exchange, fields, found)
        else:
            check_error(model, exchange, fields, found)
    except (ValueError, ElementTree.ParseError) as error:
        found.append(("exchange", f"cannot be read: {error}"))
    for path, what in found:
        yield f"{service}:{model.name}", path, what


def main():
    exchanges, deviations = sys.argv[1:]
    sys.stdout.reconfigure(errors="backslashreplace")
    with open(deviations, encoding="utf8") as file:
        allowed = json.load(file)
    unused = list(allowed)
    seen = collections.Counter()
    operations = collections.Counter()
    count = 0
    with open(exchanges, encoding="utf8") as file:
        for line in file:
            exchange = json.loads(line)
            if exchange["injected"]:
                continue
            count += 1
            place = locate(exchange)
            if place is not None:
                operations[f"{place[0]}:{place[1].name}"] += 1
            for difference in differences(exchange):
                rule = next((rule for rule in allowed if covers(rule, difference)), None)
                if rule is None:
                    seen[difference] += 1
                elif rule in unused:
                    unused.remove(rule)
    for (operation, path, what), times in sorted(seen.items()):
        print(f"{operation}  {path}: {what}" + (f"  ({times} times)" if times > 1 else ""))
    for rule in unused:
        print(f"deviation that never occurred: {json.dumps(rule)}")
    for pattern in sorted(unread_patterns):
        print(f"pattern that could not be read: {pattern}")
    print(f"{count} exchanges of {len(operations)} operations, {len(seen)} differences")
    return 1 if seen or count == 0 else 0


def covers(rule, difference):
    """A deviation names operation, path and text, each a regular expression over the whole."""
    return all(
        re.fullmatch(rule[part], text, re.DOTALL) for part, text in zip(("operation", "path", "difference"), difference)
    )


if __name__ == "__main__":
    sys.exit(main())
