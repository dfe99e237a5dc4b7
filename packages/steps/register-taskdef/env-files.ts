import { field, InvalidInput, type Field } from '@cutover/domain/inputs/input';

/** One S3 object a line: its ARN, or `s3://BUCKET/KEY`, which is completed with the partition later. */
export function envFiles(): Field<readonly string[]> {
  return {
    ...field(
      (text) => {
        const files = text
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter((line) => line !== '');
        const wrong = files.find((file) => !/^(arn:aws[\w-]*:s3:::|s3:\/\/)[^/\s]+\/\S*\.env$/.test(file));
        if (wrong !== undefined) {
          throw new InvalidInput(
            'the ARN of an object in S3 whose name ends in .env',
            'Write one a line, like arn:aws:s3:::BUCKET/path/app.env or s3://BUCKET/path/app.env.',
            JSON.stringify(wrong),
          );
        }
        return files;
      },
      { default: '', form: { kind: 'lines' } },
    ),
    default: '',
  };
}

/** The ARN of what `s3://` names. */
export function objectArn(file: string, partition: string): string {
  return file.startsWith('s3://') ? `arn:${partition}:s3:::${file.slice(5)}` : file;
}
