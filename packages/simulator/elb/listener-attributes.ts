import type {
  DescribeListenerAttributesInput,
  DescribeListenerAttributesOutput,
  ListenerAttribute,
  ModifyListenerAttributesInput,
  ModifyListenerAttributesOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describeAttributes } from './attributes.ts';
import { invalid, list, required } from './form.ts';
import type { LoadBalancing } from './load-balancing.ts';

/** Documented for ListenerAttribute, HTTP and HTTPS listeners (API model): one that adds a header has no value at first. */
const SERVER = 'routing.http.response.server.enabled';
const HEADER =
  /^routing\.http\.(request\.x_amzn_(mtls_clientcert(_serial_number|_issuer|_subject|_validity|_leaf)?|tls_(version|cipher_suite))\.header_name|response\.(strict_transport_security|access_control_(allow_(origin|methods|headers|credentials)|expose_headers|max_age)|content_security_policy|x_content_type_options|x_frame_options)\.header_value)$/;

/** Attributes are kept, and change no answer of the listener. @throws ApiError ListenerNotFound */
export function describeListenerAttributes(
  elb: LoadBalancing,
  input: DescribeListenerAttributesInput,
): DescribeListenerAttributesOutput {
  return { Attributes: describeAttributes(attributesOf(elb, input.ListenerArn)) };
}

/** @throws ApiError ListenerNotFound, ValidationError for a key that listeners don't have */
export function modifyListenerAttributes(
  elb: LoadBalancing,
  input: ModifyListenerAttributesInput,
): ModifyListenerAttributesOutput {
  const known = attributesOf(elb, input.ListenerArn);
  const changes = list<ListenerAttribute>(input.Attributes).map(({ Key, Value = '' }) => {
    const key = required('Attributes.Key', Key);
    if (key !== SERVER && !HEADER.test(key))
      throw invalid(`Listener attribute key '${key}' is not recognized`);
    if (key === SERVER && Value !== 'true' && Value !== 'false')
      throw invalid(`The value of '${key}' must be true or false, not '${Value}'`);
    return [key, Value] as const;
  });
  for (const [key, value] of changes) known.set(key, value);
  return { Attributes: describeAttributes(known) };
}

function attributesOf(elb: LoadBalancing, arn: string | undefined): Map<string, string> {
  const listener = elb.listener(arn);
  const known = elb.listenerAttributes.get(listener) ?? new Map([[SERVER, 'true']]);
  elb.listenerAttributes.set(listener, known);
  return known;
}
